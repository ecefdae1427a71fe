"""Portuguese, as written in Brazil and in Portugal."""

from goodword.finding.listening.lexicon import pt_idioms as idioms
from goodword.finding.listening.lexicon.joining import joined
from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="pt",
    good=joined(
        {
            4.0: """incrível, incríveis, fantástic(o|a|os|as), extraordinári(o|a|os|as), excepcional, excepcionais
            espetacular(|es), maravilhos(o|a|os|as), sensacional, sensacionais, genial, insuperável, fenomenal
            superou nossas expectativas, superou as nossas expectativas, superou as expectativas
            superou todas as expectativas, superaram nossas expectativas, não vivemos mais sem
            não consigo viver sem, não conseguimos viver sem, não poderia estar mais, não poderíamos estar mais
            uma maravilha, adoramos, adoro, amamos, amo, adoram, amam, encantad(o|a|os|as), nota dez, nota 10
            imperdível""",
            3.2: """excelente(|s), perfeit(a|os|as), perfeitamente, magnífic(o|a|os|as), brilhante(|s)
            impressionante(|s), impressionad(o|a|os|as), muito satisfeit(o|a|os|as), super satisfeit(o|a|os|as)
            muito content(e|es), muito feliz, muito felizes, recomendo, recomendamos, super recomendo, recomendaria
            recomendaríamos, altamente recomendável, o melhor, a melhor, os melhores, as melhores
            funciona perfeitamente, funciona muito bem, um prazer trabalhar, indispensável, imprescindível
            inestimável, enorme ajuda, grande ajuda, uma mão na roda, salvou o nosso, mudou nossa vida
            parabéns à equipe, parabéns ao time, parabéns pelo, parabéns pela, ótim(o|a|os|as), muito superior
            show de bola""",
            2.4: """útil, úteis, satisfeit(o|a|os|as), content(e|es), eficaz, eficazes, eficiente(|s)
            intuitiv(o|a|os|as), confiável, confiáveis, fiável, profissional, profissionais, competente(|s)
            atencios(o|a|os|as), prestativ(o|a|os|as), simpátic(o|a|os), fácil de usar, fáceis de usar
            simples de usar, fácil de aprender, muito fácil, muito bo(m|a|ns|as), muito bem, muito útil
            muito rápid(o|a), funciona bem, funcionam bem, muito melhor, bem melhor, muito mais fácil
            muito mais rápido, bem mais rápido, exatamente o que precisávamos, exatamente o que precisava
            tudo o que precisávamos, poderos(o|a|os|as), robust(o|a|os|as), fluid(o|a), prátic(o|a|os|as)
            bom trabalho, ótimo trabalho, belo trabalho, grande diferença, grande melhoria, ajudou muito
            ajuda muito, ajudaram muito, tem ajudado muito, sempre disposto, sempre dispost(o|a|os|as)
            sempre disponíve(l|is), vale a pena, vale cada, valeu a pena, recomendável, impecável, impecáveis, ágil
            ágeis, gostamos muito, gosto muito, gostei muito, facilitou muito, facilita muito, top, show
            legal demais, sem reclamações, nada a reclamar""",
            1.7: """bo(m|a|ns|as), bem, bonit(o|a|os|as), rápid(o|a|os|as), rapidamente, fácil, fáceis, facilmente
            simples, gosto, gostamos, gostei, gostam, feliz, felizes, melhor, melhores, clar(o|a|os|as), estável
            estáveis, melhorou, melhorado, melhoria(|s), vantagem, vantagens, sucesso, confiança, confiamos
            agradável, agradáveis, complet(o|a), segur(o|a), legal, bacana, valios(o|a|os|as), paciente(|s), alegria
            facilita, facilitou, grande""",
            1.0: """funciona, funcionam, ajuda, ajudam, ajudou, corret(o|a), interessante(|s), resolvid(o|a), serve
            perfeito, ok, resolveu""",
        },
        idioms.GOOD,
    ),
    bad=joined(
        {
            3.6: """inaceitável, inaceitáveis, desastre, desastros(o|a), horrível, horríveis, terrível, terríveis
            péssim(o|a|os|as), lamentável, vergonha, vergonhos(o|a), inútil, inúteis, pesadelo, o pior, a pior
            ridícul(o|a), fart(o|a|os|as), perda de tempo, perda de dinheiro, desperdício, odeio, odiamos
            furios(o|a|os), nunca mais, uma piada, palhaçada, lixo, descaso, absurd(o|a), falta de respeito
            porcaria, intolerável, de saco cheio, não aguentamos mais, não aguento mais""",
            2.6: """ruim, ruins, mal, má, mau, maus, decepcionad(o|a|os|as), decepcionante(|s), decepção
            desapontad(o|a|os), frustrad(o|a|os|as), frustrante(|s), frustração, irritad(o|a|os|as), irritante(|s)
            chatead(o|a|os|as), insatisfeit(o|a|os|as), descontente(|s), pouco confiável, instável, instáveis
            muito lent(o|a), demasiado lent(o|a), lentíssim(o|a), muito car(o|a), complicad(o|a) demais
            lent(o|a) demais, car(o|a) demais, sem resposta, ninguém responde, ninguém respondeu, nenhuma resposta
            cancelar o contrato, vamos cancelar, procurando alternativas, buscando alternativas, alternativas
            não renovar, perdemos tempo, perdendo tempo, perder tempo, confus(o|a|os|as), deficiente
            incompetente(|s), pior(|es), piorou, piorando, deixou na mão, nos deixaram na mão, deixaram na mão
            demora uma eternidade, demora demais, demora muito, perdemos a confiança, trabalhos(o|a), cansativ(o|a)
            transtorno(|s), deixa a desejar, deixou a desejar""",
            1.7: """lent(o|a|os|as), lentidão, difícil, difíceis, complicad(o|a|os|as), complex(o|a|os|as)
            car(o|a|os|as), infelizmente, falta, faltam, limitad(o|a|os|as), obsolet(o|a), desatualizad(o|a)
            reclamação, reclamações, reclamar, preocupad(o|a|os), preocupante, preocupa, triste, estranh(o|a)
            insuficiente(|s), pena, frac(o|a), desnecessári(o|a), chat(o|a), burocrátic(o|a)""",
        },
        idioms.BAD,
    ),
    problems=joined(
        {
            1.3: """queda(|s), caiu, caindo, fora do ar, falha(|s|m), falhou, falhando, quebrad(o|a), quebrou, quebra
            trava, travou, travando, travad(o|a), perda de dados, interrupção, interrupções, indisponível
            instabilidade, pane, apagão, incidente(|s)""",
            0.8: """erro(|s), problema(|s), bug(|s), atraso(|s), demora, bloquead(o|a), perdid(o|a|os), manutenção
            avaria(|s)""",
        },
        idioms.PROBLEMS,
    ),
    gains=joined(
        {
            3.0: """pela metade, pela primeira vez, primeira vez que, não precisamos mais, já não precisamos
            não preciso mais, não temos mais que, já não temos de, não temos mais de, não precisa mais
            não perdemos mais, nos poupa, nos poupou, poupa-nos, nos economiza, nos economizou, economizamos
            poupámos, nos fez economizar, duas vezes mais rápido, tempo recorde, em tempo recorde, se pagou
            em vez de dias, em vez de semanas, em vez de horas, ao invés de dias, ao invés de semanas
            ao invés de horas, antes levávamos, antes demorava, antes demorávamos, antes levava, antes gastávamos""",
            2.0: """finalmente conseguimos, finalmente podemos, enfim conseguimos, agora conseguimos, agora podemos
            agora consigo, nos permite, nos permitiu, permite-nos, permitiu-nos, nos permitiram, nos ajudou a
            nos ajudaram a, economia de tempo, economiza tempo, poupa tempo, ganhamos tempo, ganho de tempo
            economizou, reduzimos, reduziu nosso, reduziu nossa, reduziu o, reduziu os, reduziu a, aumentamos
            aumentou nosso, aumentou nossa, melhoramos, acelerou, aceleramos, ganhamos o contrato
            fechamos o contrato, ganhamos o cliente, passamos na auditoria, atingimos nossa, atingimos nosso
            atingimos a meta, batemos a meta, batemos nossa meta, graças a vocês, sem um único, sem nenhuma falha
            no prazo, em produção, de primeira, conseguimos reduzir, conseguimos aumentar, conseguimos fechar""",
            1.0: """finalmente, enfim, graças a, economizado, economia, reduzido, automatizado, mais rápido, menos
            em vez de, ao invés de""",
        },
        idioms.GAINS,
    ),
    tones=idioms.TONES,
    marks=joined(
        {
            "nothing": """boa sorte, boa pergunta, boa ideia, bem como, ou bem, se bem que, tudo bem se, claro que
            o mais rápido possível, o melhor possível, assim que possível, sem problema, sem problemas com
            nenhum problema, não tem problema, pergunta rápida, dúvida rápida, uma dúvida, mensagem de erro
            melhor dizendo, ou melhor, melhores práticas, com certeza, gostaria, gostaríamos, gostaria de
            gostaríamos de, em grande parte, por favor, bom saber, é bom saber, bom, claro, bem vindo, bem vinda
            simples pergunta""",
            "courtesy": """espero que esteja bem, espero que você esteja bem, espero que estejam bem
            espero que esteja tudo bem, espero que tudo esteja bem, espero que vocês estejam bem, tenha um bom dia
            tenha um ótimo dia, tenham um bom dia, tenha uma boa semana, tenha uma ótima semana, um ótimo dia
            um bom dia, bom dia, boa tarde, boa noite, boa semana, ótima semana, ótimo dia, bom fim de semana
            ótimo fim de semana, bom final de semana, feliz natal, feliz ano, boas festas, feliz aniversário
            prazer em conhecer, prazer em conhecê-lo, prazer, um prazer, com prazer, fico feliz, ficamos felizes
            fico feliz em, parece bom, parece ótimo, para mim está bom, está bom, está bem, tudo bem, tudo bom
            tudo certo, por mim tudo bem, perfeito obrigado, perfeito obrigada, ótimo obrigado, ótimo obrigada
            combinado, entendido, de acordo, abraço, abraços, um abraço, até logo, até breve, resposta rápida
            rápida resposta, pronta resposta, retorno rápido, rápido retorno, seu retorno, sua resposta, sua ajuda
            vossa ajuda, sua paciência, seu tempo, pela ajuda, pelo retorno, seria ótimo, seria perfeito, seria bom
            seria excelente, boas notícias, boa notícia, que bom""",
            "thanks": """obrigad(o|a|os|as), muito obrigad(o|a), muitíssimo obrigado, agradeço, agradecemos
            agradecid(o|a|os|as), valeu, grato, grata, gratidão""",
            "relapse": "de volta a, voltou a, voltamos a, de novo em, já não é o mesmo, já não é a mesma",
            "another": "mais um, mais uma, outra, outro, de novo",
            "no": """não, nunca, jamais, nenhum, nenhuma, nada, ninguém, nem, sem, tampouco, não muito, não é muito
            não tão, longe de, quase nunca""",
            "gone": "já não, não mais",
            "fewer": """menos, resolvido, resolver, corrigido, corrigir, evita, evitar, evitou, apesar de, reduzir
            mesmo com""",
            "more": """muito, muita, realmente, verdadeiramente, extremamente, totalmente, absolutamente, tão
            incrivelmente, especialmente, super, demais, completamente, bem mais, sempre, bastante""",
            "less": "um pouco, meio, relativamente, mais ou menos, às vezes, ligeiramente, quase, razoavelmente",
            "but": "mas, porém, entretanto, contudo, no entanto, todavia, só que",
            "except": """exceto, salvo, tirando, a não ser, com exceção, fora isso, único ponto negativo, único problema
            pena que""",
            "although": "embora, apesar de, ainda que, mesmo que, enquanto",
            "until": """até a última, até o último, até a atualização, até que, até ontem, até a, até o, até há
            até pouco, até agora, antes da atualização, antes da última, antes da mudança, antes da migração
            antes da nova""",
            "now": "mas agora, mas desde, desde a, desde o, ultimamente, mas ultimamente, agora já não, agora não",
            "usedto": "antes, antigamente, no início, no começo, anteriormente, costumava, costumavam, originalmente",
            "past": """era, eram, estava, estavam, foi, foram, funcionava, funcionavam, gostava, gostávamos, adorava
            adorávamos, ia, tinha, estávamos, éramos""",
            "if": "se, caso, desde que, quando",
            "would": "seria, seriam, poderia, poderiam, deveria, deveriam, haveria, teria, faria, pudesse, fosse",
            "future": """vai, vamos, vão, será, serão, queremos, quero, esperamos, espero, tentamos, tentando, para
            precisamos, preciso, deve""",
            "wish": """seria ótimo se, seria bom se, seria legal se, seria interessante se, seria incrível se
            seria perfeito se, seria melhor se, seria ótimo ter, seria bom ter, seria legal ter, seria útil
            seria ideal, seria interessante, seria excelente se, seria ótimo poder, seria bom poder
            seria fantástico se, gostaria de poder, gostaríamos de poder, gostaria de ter, gostaríamos de ter
            gostaria de ver, gostaríamos de ver, gostaríamos que, gostaria que, tomara, sentimos falta, sinto falta
            poderiam adicionar, poderiam incluir, podem adicionar, podiam adicionar, há previsão, existe previsão
            sugestão, poderia ser melhor, poderia melhorar, poderia ser mais, deveria ser mais, deveria permitir
            só falta, seria bem vindo""",
            "again": """de novo, novamente, outra vez, sempre, ainda, continua, continuam, toda vez, todo dia
            todos os dias, constantemente, há semanas, há dias, há meses, pela terceira vez, pela segunda vez
            mais um, mais uma, outro, outra, direto""",
            "sarcastic": """obrigado por nada, obrigada por nada, que piada, tá bom, sei, belo serviço
            que maravilha de serviço""",
            "sarcasm": """era só o que faltava, só faltava isso, tudo o que precisávamos hoje
            exatamente o que precisávamos hoje, que surpresa, que ótimo, que maravilha, que beleza, que legal
            que bom, ótimo mais, ótimo outra, perfeito mais, como sempre, pra variar, para variar, parabéns por
            bravo, adoro quando, adoramos quando, adoro esperar, adoramos esperar, adoro como, adoramos como""",
            "rival": """melhor que vocês, melhor do que vocês, melhor que o de vocês, melhor que o seu
            melhor do que o seu, faz melhor, fazem melhor, faz isso melhor, mais barato que vocês
            para a concorrência, para o concorrente, a concorrência oferece, a concorrência tem, seu concorrente
            mudar para, migrar para""",
            "bested": """melhor que tudo, melhor do que tudo, melhor que qualquer, melhor do que qualquer
            melhor que o anterior, melhor do que o anterior, melhor que o nosso antigo, melhor do que o nosso antigo
            melhor que a concorrência, melhor do que a concorrência, melhor que antes, melhor do que antes
            melhor do que o que tínhamos, viemos de, melhor do que nossa antiga, melhor que nosso antigo""",
            "self": "nós, nosso, nossa, nossos, nossas, nos, eu, meu, minha, equipe, time, empresa, conseguimos",
            "about": "você, vocês, seu, sua, ferramenta, produto, suporte, equipe, isso, plataforma, sistema",
        },
        idioms.MARKS,
    ),
)

QUANTITIES = Quantities(
    numbers={
        "um": 1,
        "uma": 1,
        "dois": 2,
        "duas": 2,
        "três": 3,
        "quatro": 4,
        "cinco": 5,
        "seis": 6,
        "sete": 7,
        "oito": 8,
        "nove": 9,
        "dez": 10,
        "onze": 11,
        "doze": 12,
        "quinze": 15,
        "vinte": 20,
        "trinta": 30,
        "quarenta": 40,
        "cinquenta": 50,
        "sessenta": 60,
        "cem": 100,
        "mil": 1000,
        "meia": 0.5,
        "meio": 0.5,
        "vários": 4,
        "várias": 4,
        "alguns": 3,
        "algumas": 3,
        "poucos": 3,
        "poucas": 3,
    },
    minutes={
        "segundo": 1 / 60,
        "segundos": 1 / 60,
        "s": 1 / 60,
        "seg": 1 / 60,
        "ms": 1 / 60000,
        "minuto": 1,
        "minutos": 1,
        "min": 1,
        "hora": 60,
        "horas": 60,
        "h": 60,
        "dia": 480,
        "dias": 480,
        "semana": 2400,
        "semanas": 2400,
        "mês": 10400,
        "meses": 10400,
        "trimestre": 31200,
        "ano": 124800,
        "anos": 124800,
    },
    units="""%, por cento, pontos, x, k, m, mil, milhão, milhões, euros, eur, reais, dólares, usd, tickets, chamados
            usuários, utilizadores, clientes, erros, ligações, cliques, passos, etapas, pessoas, funcionários
            solicitações, faturas, relatórios, incidentes, casos, pedidos, vezes""",
    source="de, desde",
    target="para, para apenas, para só, a, até, para menos de",
    by="em, em cerca de",
    instead="contra os, em vez de, ao invés de, em comparação com, contra, no lugar de",
    formerly="antes, levávamos, levava, demorava, demorávamos, gastávamos, anteriormente, precisávamos de",
    then="antes, no ano passado, no início, há um ano, no começo, anteriormente, era, eram",
    per="""por mês, ao mês, por semana, por dia, ao dia, por ano, ao ano, por trimestre, todo mês, toda semana
            todo dia, cada mês, mensais, semanais, anuais, por usuário, por pessoa""",
    down="""reduzido, reduziu, reduzimos, reduzir, caiu, caíram, diminuiu, diminuído, diminuímos, cortamos, cortou
            baixou, baixámos, encurtou, encurtamos, baixamos, reduziram
            diminuíram, baixaram, recuou, recuaram""",
    up="aumentado, aumentou, aumentamos, cresceu, melhorou, melhoramos, subiu, elevou, mais, incrementou, ganhamos",
    moved="passou, passamos, passaram, foi, foram, agora, hoje, leva, levamos, saímos, fomos",
    spared="economizou, economiza, economizamos, poupou, poupa, poupamos, poupámos, economizar, ganhamos, poupando",
    halves="pela metade, metade do tempo, para metade, na metade do tempo",
    doubles="""dobrou, dobramos, duplicou, duplicamos, triplicou, triplicamos, duas vezes mais rápido, o dobro
            o triplo""",
    faster="mais rápido, mais rápida, menos, mais barato, mais curto, antes",
    slower="mais lento, mais lenta, mais longo, mais caro, mais tarde",
    smaller="menos",
    wants_less="""tempo, tempos, custo, custos, erros, erro, tickets, chamados, esforço, prazo, prazos, preço
            quedas, reclamações, horas, trabalho, atraso, atrasos, espera, duração, latência, rotatividade, ligações
            resposta, gasto, gastos, fechamento, integração, incidentes, falhas, falha
            defeitos, devoluções, cancelamentos, rejeições, riscos, alertas, fraudes, acidentes, evasão, desperdício""",
    wants_more="""adoção, receita, vendas, produtividade, qualidade, satisfação, disponibilidade, conversão
            eficiência, margem, nps, retenção, visibilidade, precisão, uso, velocidade""",
    now="agora, hoje, atualmente, desde então, hoje em dia",
    ranges="a, ou, e, até",
    fractions="metade, a metade, um terço, dois terços, um quarto, três quartos, um quinto",
    lessening="redução, reduções, queda, diminuição, corte, descida",
    savings="economia(|s), poupança(|s)",
    growing="aumento(|s), crescimento, melhoria(|s), melhora, ganho(|s), incremento, alta, subida",
    of="de, de até, de quase, de mais de, de cerca de",
    about="no, na, nos, nas, em, do, da, dos, das, de",
    times="vezes, x",
    than="""mais rápido, mais rápida, mais rápidos, mais, menos, melhor, maior, menor, mais produtivos
            mais barato, superior""",
    folds="dobro, triplo, quádruplo, décuplo, quintuplicou, quadruplicou",
    factor="""multiplicou por, multiplicamos por, multiplicado por, dividiu por, dividido por, por um fator de
            em um fator de""",
    planned="""vai, vão, vamos, poderia(|m|mos), deveria(|m|mos), esperamos, espera, planejamos, prevemos
            objetivo, meta, queremos, quer, se, gostaríamos, pretendemos, não""",
    roughly="quase, cerca de, mais de, aproximadamente, uns",
    amounting="é de, foi de, chega a, chegou a, tem sido de",
    percent="%, por cento",
)
