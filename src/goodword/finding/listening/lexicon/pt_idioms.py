"""Portuguese turns of phrase, of Brazil and Portugal: praise and blame without a word for it, and feeling."""

GOOD = {
    4.0: """não troco por nada, não trocaria por nada, não trocamos por nada, não trocaríamos por nada
        não volto atrás, não voltaria atrás, não voltaríamos atrás, não sei como vivíamos sem
        não sei como trabalhávamos, como vivíamos sem, não me imagino sem, não nos imaginamos sem
        não consigo mais ficar sem, não dá mais para viver sem, não abro mão, não abrimos mão, não passo sem
        não passamos sem, melhor decisão, melhor investimento, melhor escolha, não podia ser melhor
        não poderia ser melhor, melhor impossível, não tem como ser melhor, dez de dez, 10 de 10, dez em dez
        cinco estrelas, 5 estrelas, mil estrelas, superou minhas expectativas, superou as minhas expectativas
        superou todas as minhas expectativas, supera as expectativas, acima das expectativas, além das expectativas
        fora de série, de outro mundo, de outro nível, outro nível, sem igual, inigualável, impecável, impecáveis
        divisor de águas, virada de chave, da água para o vinho, como da noite para o dia, apaixonad(o|a|os|as)
        fascinad(o|a|os|as), maravilhad(o|a|os|as), uma bênção, top demais, bom demais, muito bom mesmo
        simplesmente incrível, simplesmente fantástico""",
    3.2: """tiro o chapéu, tiramos o chapéu, de tirar o chapéu, chapéus há muitos, um luxo, um show, é um show
        deu show, dá show, arrasaram, arrasou, arrasam, mandaram bem, mandou bem, mandam muito bem, mandou muito bem
        mão na roda, uma mão na massa, caiu como uma luva, como uma luva, um achado, salvou o dia, salvou nosso dia
        salvou a gente, salvou nossa vida, salvou minha vida, nos salvou, salva vidas, mudou a nossa vida
        mudou minha vida, mudou a nossa rotina, mudou nossa rotina, mudou o nosso dia a dia, transformou nosso
        transformou a nossa, revolucionou, um sucesso, foi um sucesso, sucesso absoluto
        cem por cento satisfeit(o|a|os), 100 satisfeit(o|a), totalmente satisfeit(o|a|os|as)
        completamente satisfeit(o|a|os|as), plenamente satisfeit(o|a|os|as), mais do que satisfeit(o|a|os|as)
        mais que satisfeit(o|a|os|as), super feliz, muito contente com, recomendo a todos, recomendo para todos
        recomendo de olhos fechados, de olhos fechados, recomendo muito, recomendo fortemente, recomendo vivamente
        recomendamos vivamente, recomendo sem hesitar, recomendo demais, recomendadíssim(o|a), super recomendad(o|a)
        muito recomendável, recomendo com certeza, está de parabéns, estão de parabéns, de parabéns, parabéns a toda
        parabéns a todos, parabéns pelo trabalho, parabéns pelo produto, nota máxima, nota mil, nota alta, vale ouro
        valem ouro, ouro puro, não tem preço, referência no mercado, atendimento nota dez, atendimento excelente
        atendimento impecável, atendimento de primeira, de primeira linha, de primeira qualidade, espetacularmente
        lind(o|a|os|as) de ver, exemplar(|es), diferenciad(o|a|os|as), funciona lindamente
        funciona que é uma beleza, uma beleza de ferramenta, redondinh(o|a), redond(o|a), show
        sem palavras para agradecer, maravilha, facílim(o|a), rapidíssim(o|a), utilíssim(o|a), simplicíssim(o|a)
        gentilíssim(o|a|os), atenciosíssim(o|a|os), bacanérrim(o|a), porreir(o|a|os), fixe, espetáculo, uma delícia
        um gosto trabalhar, dá gosto, dá gosto trabalhar, dá gosto usar, é um prazer trabalhar, é um prazer usar""",
    2.4: """não tenho do que reclamar, não temos do que reclamar, não posso reclamar, não podemos reclamar
        não tenho queixas, não temos queixas, nenhuma queixa, nenhuma reclamação, sem reclamações, nada a reclamar
        nada a apontar, sem defeitos, nunca falha, nunca falham, nunca falhou, nunca me deixou na mão
        nunca nos deixou na mão, nunca nos deixaram na mão, nunca deixou na mão, não decepciona, não desaponta
        nunca decepciona, nunca decepcionou, não me arrependo, não nos arrependemos, sem arrependimentos
        escolheria de novo, contrataria de novo, compraria de novo, faríamos de novo, boa escolha, ótima escolha
        excelente escolha, boa decisão, acertamos, acertamos em cheio, acertaram em cheio, foi um acerto
        valeu a pena, vale a pena, vale muito a pena, vale cada centavo, vale cada cêntimo, vale cada real
        vale cada euro, vale o preço, vale o investimento, bom investimento, ótimo investimento, bom custo benefício
        ótimo custo benefício, excelente custo benefício, facilita a vida, facilita muito, facilita nossa vida
        facilita o trabalho, facilita o dia a dia, facilitou nossa vida, facilitou muito, facilitou a nossa
        facilitou o nosso, simplifica muito, simplificou, simplificou muito, um alívio, que alívio, grande alívio
        cumpre o que promete, cumpre o prometido, cumpre bem, entrega o que promete, entregam o que prometem
        faz o que promete, faz exatamente o que, atende às nossas, atende todas as nossas, atende muito bem
        atende perfeitamente, atende nossas necessidades, atende às necessidades, atendeu nossas expectativas
        à altura, sempre à disposição, sempre dispost(o|a|os|as), sempre disponíve(l|is)
        sempre prestativ(o|a|os|as), sempre pront(o|a|os|as), sempre atencios(o|a|os|as), sempre atent(o|a|os|as)
        respondem rápido, responde rápido, respondem logo, resolvem rápido, resolve rápido, resolvem tudo
        resolveu tudo, resolveu nosso problema, resolveu meu problema, bem feit(o|a|os|as), bem pensad(o|a|os|as)
        bem desenhad(o|a), bem estruturad(o|a), bem construíd(o|a), muito complet(o|a), muito intuitiv(o|a)
        muito prátic(o|a), muito profissiona(l|is), muito atencios(o|a|os|as), muito prestativ(o|a|os|as)
        muito ágil, muito eficiente(|s), agradavelmente surpres(o|a|os), positivamente surpres(o|a|os)
        surpreendeu positivamente, nos surpreendeu, me surpreendeu, boa surpresa, grata surpresa, ponto forte
        pontos fortes, um diferencial, grande diferencial, em poucos cliques, em dois cliques, num clique
        num instante, num piscar de olhos, sem complicação, sem complicações, sem dor de cabeça, sem esforço
        sem estresse, grande avanço, grande apoio, muito valor, agrega muito, agrega valor, agregou muito
        convencid(o|a|os), convincente(|s), estou gostando muito, estamos gostando muito, gostando muito
        gostei muito, gostamos muito, gosto muito, gostei bastante, gostamos bastante, curti, curti muito, curtimos
        tem nos ajudado muito, tem ajudado muito, tem me ajudado, nos ajuda muito, me ajuda muito, ajuda demais
        ajudou demais, tem sido ótimo, tem sido excelente, tem sido muito bom, impressiona, surpreendente(|s)
        caprichad(o|a), capricho, dedicad(o|a|os|as)""",
    1.7: """elegante(|s), modern(o|a|os|as), organizad(o|a|os|as), limp(o|a), precis(o|a|os|as), sólid(o|a|os|as)
        versáti(l|is), flexíve(l|is), acessíve(l|is), simpatia, cordial, cordiais, educad(o|a|os|as)
        respeitos(o|a|os), solícit(o|a|os|as), prest(ável|áveis), comprometid(o|a|os|as), pontua(l|is)
        tranquilidade, tranquil(o|a|os|as), satisfação, agrada, agradou, agradam, acerto(|s), utilidade, comodidade
        simplicidade, facilidade, rapidez, agilidade, ágei(s|l), ágil, fluidez, estabilidade, positiv(o|a|os|as)
        favoráve(l|is), benefício(|s), benéfic(o|a), proveitos(o|a), inovador(|a|es), amigáve(l|is), leve e rápido
        funcional, funcionais, jeitos(o|a)""",
}

BAD = {
    3.6: """uma vergonha, é uma vergonha, um desastre, um verdadeiro desastre, um inferno, um pesadelo, um parto
        uma tortura, um martírio, um roubo, é um roubo, roubo, golpe, uma farsa, farsa, enganação, engodo
        picaretagem, uma porcaria, uma bosta, bosta, merda, uma merda, nojo, lastimáve(l|is), deploráve(l|is)
        patétic(o|a|os), bisonh(o|a), tosc(o|a|os), vexame, indecente(|s), inadmissíve(l|is), insuportáve(l|is)
        intoleráveis, zero estrelas, nota zero, fujam, fuja, dinheiro jogado fora, jogar dinheiro fora
        dinheiro no lixo, quero meu dinheiro, quero o meu dinheiro, devolvam o dinheiro, de saco cheio, saco cheio
        farto de, até o pescoço, não aguento, não aguentamos, no limite, chega disso, gota d'água, a gota
        paciência acabou, acabou a paciência, sem paciência, perdendo a paciência, perdi a paciência
        não desejo a ninguém, não recomendo a ninguém, não recomendo para ninguém, um lixo, brincadeira de mau gosto
        só pode ser brincadeira, falta de vergonha, desrespeito, um desrespeito""",
    2.6: """não é nada (intuitivo|intuitiva|prático|prática|claro|clara|fácil|útil|ágil|confiável)
        deixa muito a desejar, deixam a desejar, deixam muito a desejar, não está à altura, não cumpre
        não cumprem, não cumpriu, não cumpriram, não entrega o que promete, não serve para nada, não serve pra nada
        não serve, não nos serve, não vale a pena, não vale o preço, não vale o que custa, não agrega nada
        não ajuda em nada, não resolve, não resolvem, não resolveram, não resolveu, não recomendo, não recomendamos
        não recomendaria, não gosto, não gostei, não gostamos, não me agrada, não agradou, não convence
        não me convence, nos ignoram, ignoram, ignorad(o|a|os), ninguém nos responde, ninguém me responde
        ninguém atende, ninguém resolve, ninguém dá retorno, ninguém retorna, não dão retorno, não deram retorno
        sem retorno, sem nenhum retorno, sem nenhuma resposta, sem solução, continua sem solução
        seguimos sem solução, empurram com a barriga, enrolação, estão enrolando, nos enrolam, jogo de empurra
        jogam de um lado, estamos à espera há, esperando há, espero há, estou esperando há, estamos esperando há
        até hoje nada, até agora nada, até hoje não, abandonad(o|a|os|as), largad(o|a|os), um passo atrás
        retrocesso, um retrocesso, cada vez pior, pior do que antes, pior que antes, de mal a pior, muito pior
        só piora, só piorou, uma bagunça, bagunça, bagunçad(o|a), confusão, um caos, caos, caótic(o|a)
        dor de cabeça, dores de cabeça, só dá dor de cabeça, só dá problema, só dá trabalho, dá muito trabalho
        dá mais trabalho, nos faz perder, me faz perder, perda de trabalho, perco tempo, perco muito tempo
        gastamos tempo à toa, demora uma vida, demora muito tempo, demora horas, leva uma eternidade, uma eternidade
        intermináve(l|is), lentidão absurda, lentíssimo, péssim(o|a) atendimento, péssim(o|a) experiência
        mau atendimento, má experiência, má qualidade, mal feit(o|a|os|as), mal pensad(o|a), mal desenhad(o|a)
        mal traduzid(o|a), mal explicad(o|a), caríssim(o|a|os|as), preço abusivo, abusiv(o|a), abuso
        complicadíssim(o|a), engessad(o|a), amarrad(o|a), penos(o|a), decepcionou, decepciona, desapontou
        desapontamento, frustrante demais, indignad(o|a|os), indignação, revoltad(o|a|os), revoltante, chateação
        chateados, aborrecid(o|a|os), desgastante, desgaste, exaust(o|a|os), cansad(o|a|os|as) de
        desesperad(o|a|os), desespero, desanimad(o|a|os), desanimador, pensando em trocar, pensando em mudar
        pensando em cancelar, pensando em sair, vamos trocar, trocar de fornecedor, mudar de fornecedor
        não vamos renovar, não renovaremos, quero cancelar, queremos cancelar, rescindir""",
    1.7: """deixa dúvidas, pouco prátic(o|a), pouco intuitiv(o|a), pouco clar(o|a), pouco útil, pouco ágil
        pouco amigável, nada intuitiv(o|a), nada prátic(o|a), nada clar(o|a), nada amigável, não é intuitivo
        não é intuitiva, não é prático, não é prática, ponto fraco, pontos fracos, ponto negativo, pontos negativos
        desvantagem, desvantagens, defeito(|s), falho, falha de comunicação, carência(|s), fraquinho, fraquinha
        mais ou menos bom, meia boca, fica a dever, pesad(o|a|os|as), travad(os|as), antiquad(o|a), ultrapassad(o|a)
        incomplet(o|a|os|as), imprecis(o|a), ilegíve(l|is), incomoda, incomodam, incômodo, incómodo, atrapalha
        atrapalham, atrapalhou, obriga a, obrigados a, custoso, custosa, custa a, demorad(o|a|os|as)
        demoraram muito, insatisfatóri(o|a), insatisfação, preocupação, dificulta, dificultou, dificuldade(|s)""",
}

PROBLEMS = {
    1.3: """não funciona, não funcionam, não funcionou, não está funcionando, não está a funcionar
        parou de funcionar, deixou de funcionar, não carrega, não carregam, não carregou, não abre, não abrem
        não abriu, não inicia, não liga, não responde, não respondem, não salva, não salvou, não grava, não guarda
        não sincroniza, não imprime, não exporta, não conecta, não aparece, não aparecem, não chega, não chegam
        não chegou, não reconhece, não deixa entrar, não consigo acessar, não conseguimos acessar
        não consigo aceder, não conseguimos aceder, não consigo entrar, não conseguimos entrar, não consigo abrir
        não conseguimos abrir, não consigo salvar, não consigo logar, não me deixa, não nos deixa, dá erro, deu erro
        dando erro, dão erro, deu pau, dá pau, bugou, bugad(o|a), bugando, congela, congelou, congelando
        tela branca, tela em branco, ecrã branco, em baixo, fora de serviço, inoperante, parad(o|a) há
        inacessíve(l|is), sumiu, sumiram""",
    0.8: """duplicad(o|a|os|as), desapareceu, desapareceram, desaparecid(o|a|os), lag, travamento(|s), trava(|m)""",
}

GAINS = {
    3.0: """ninguém mais precisa, ninguém precisa mais, ninguém tem mais de, nunca mais tivemos
        nunca mais precisamos, não fazemos mais à mão, não dependemos mais, não gastamos mais, não gasto mais
        não passamos mais, não corremos mais, já não dependemos, já não gastamos, deixamos de depender
        deixamos de usar planilhas, acabaram as, acabaram se as, acabou a correria, adeus às, adeus aos
        nos livramos de, nos livramos das, nos livramos dos, livrámo nos, nunca foi tão rápido, nunca tinha sido tão
        nunca fechamos tão, mais rápido do que nunca, melhor do que nunca, melhor trimestre, melhor mês, nos poupa
        poupa nos, poupou nos, nos tem poupado, nos fez poupar, economia de horas, economizamos horas
        poupamos horas, economizando horas, metade do tempo, em metade do tempo, uma fração do tempo, o dobro de
        em minutos em vez, em minutos ao invés, em horas em vez, pagou se, já se pagou, antes do prazo
        abaixo do orçamento, sem horas extras, sem hora extra, sem fazer hora extra, nenhuma queda
        nem um único erro, nem uma queda, sem um único erro, sem nenhum erro, zero erros""",
    2.0: """finalmente temos, finalmente consigo, finalmente dá para, enfim temos, até que enfim, permite nos
        permitiu nos, agora sim conseguimos, agora fazemos em, agora conseguimos fechar, desde então conseguimos
        nos ajudou a reduzir, nos ajuda a economizar, nos ajuda a poupar, ajudou nos a, ajuda nos a
        ganhamos produtividade, ganhamos eficiência, ganhamos agilidade, ganhamos visibilidade
        ganho de produtividade, ganho de eficiência, libera tempo, liberou tempo, liberou nossa, liberou a equipe
        libertou a equipa, mais tempo para, eliminamos, eliminámos, automatizamos, automatizámos, cortamos pela
        encurtamos, reduzimos pela, conseguimos eliminar, conseguimos economizar, conseguimos poupar
        conseguimos automatizar, conseguimos melhorar, conseguimos entregar, dobramos, duplicamos, triplicamos
        superamos a meta, cumprimos o prazo, cumprimos os prazos, batemos as metas, batemos o recorde
        fechamos o mês, fechamos antes, fechamos em, terminamos antes, sem contratar, sem precisar contratar
        sem ter de contratar, auditoria sem, aprovados na auditoria, fechamos o negócio, ganhamos a licitação
        ganhamos o concurso, toda a equipe usa, toda a equipa usa, todo mundo usa, implantado em todas""",
}

MARKS = {
    "nothing": """ficarei muito feliz, ficaremos muito felizes, ficarei feliz, ficaríamos muito felizes
        bem obrigado, bem obrigada, bem e você, também bem, ou melhor dizendo, melhor não, melhor se
        é melhor que, seria melhor ligar, melhor horário, quanto antes melhor, melhor forma de, o melhor é
        boa parte de, boa parte dos, boa parte da, bom número de, grande maioria, a grande maioria, grande empresa
        grande volume, grande quantidade, fácil que, claro sim, ficou claro, fique claro, está claro, deixar claro
        ter claro, segur(o|a) de que, certeza que, tenho certeza, ajuda com, ajuda para, preciso de ajuda
        precisamos de ajuda, pode me ajudar, podem nos ajudar, podem ajudar, central de ajuda, página de ajuda
        ajudar com, serve de, acesso rápido, consulta rápida, ligação rápida, rápida pergunta, rapidinho, nada mais
        nada de novo, de nada, não faz mal, falta pouco, sem falta, faz falta por, nome completo, resposta completa
        simples assim, simples nacional, mais simples possível, o quanto antes, meio ambiente, em meio a, legalmente
        parte legal, departamento legal, área legal, pena de, vale lembrar, vale dizer""",
    "courtesy": """espero que tenha tido, espero que tenham tido, espero que tenhas tido, espero que estejas bem
        espero encontrá lo bem, espero que se encontre bem, tudo bem contigo, tudo bem com você, como vai, como está
        excelente semana, excelente dia, excelente fim de semana, excelente final de semana, ótima tarde
        ótima noite, ótimo final de semana, linda semana, bom feriado, bom descanso, boa viagem, boas férias
        bom natal, próspero ano, muito gentil, gentileza sua, quanta gentileza, muito amável, fico no aguardo
        fico à disposição, estou à disposição, ficamos à disposição, à disposição, prazer falar, prazer conversar
        foi um prazer, um prazer falar, um prazer conhecer, fico contente em saber, feliz em saber, felizes em saber
        que bom saber, bom saber disso, legal obrigado, legal obrigada, show obrigado, show obrigada
        beleza obrigado, valeu obrigado, perfeito então, perfeito combinado, ótimo então, ótimo combinado
        combinado então, está ótimo, está perfeito, por mim ótimo, por mim perfeito, pode ser, beleza, tranquilo
        sem problemas então, agradeço desde já, desde já agradeço, desde já obrigado, desde já obrigada
        sua compreensão, sua colaboração, sua atenção, sua disponibilidade, seu apoio, vosso apoio, a vossa resposta
          seria muito útil se puder, ficaria grato, ficaria grata
        ficaríamos gratos""",
    "thanks": """obrigado por tudo, obrigada por tudo, obrigadão, obrigadíssim(o|a), brigado, brigada, brigadão
        thanks, gratos, muito grato, muito grata, imensamente grat(o|a), eternamente grat(o|a), agradecendo
        agradecimento(|s)""",
    "relapse": """voltamos à estaca zero, estaca zero, de volta à estaca, de volta às planilhas, de volta ao excel
        voltamos ao excel, voltamos às planilhas, de novo à mão, de novo manualmente, como no início, igual a antes""",
    "serves": """carrega(|m), abre(|m), inicia(|m), imprime(|m), salva(|m), grava(|m), guarda(|m), sincroniza(|m)
        conecta(|m), exporta(|m), responde(|m), aparece(|m), mostra(|m), chega(|m), reconhece(|m), atualiza(|m)
        envia(|m), liga, entra, acessar, entrar, logar, abrir, baixa, baixar""",
    "future": "ficarei, ficaremos, serei, seremos, estarei, estaremos",
    "goal": """nosso objetivo é, o objetivo é, nossa meta é, a meta é, nos prometeram, prometeram que
        tinham prometido, foi prometido, era suposto, era para ser, deveria ter sido, supostamente, estava previsto""",
    "usedto": """na época, naquela época, nos primeiros meses, nas primeiras semanas, a princípio, em tempos, dantes
        outrora""",
    "now": """mas hoje, mas hoje em dia, mas de uns tempos para cá, de uns tempos pra cá, desde a atualização
        desde a última atualização, desde a última versão, desde a nova versão, desde que mudaram
        desde que atualizaram, desde a mudança, desde a migração, mas já não, mas não mais, mas recentemente
        nos últimos tempos""",
    "until": """até que mudaram, até que atualizaram, até que chegou, até o dia que, até o dia em que, até sair
        até mudarem""",
    "but": "só que infelizmente, infelizmente, por outro lado, em compensação, agora só que, pena que, mas enfim",
    "except": """tirando isso, com exceção de, à exceção, único ponto fraco, único defeito, único porém, único senão
        único inconveniente, um único porém, o único problema é, exceto pelo, exceto pela""",
    "although": "se bem que, por mais que, mesmo quando, apesar disso, não obstante, conquanto",
    "would": """gostaria que, queria, queríamos, permitiria, viria, ajudaria, adoraria, adoraríamos, poderiam
        deveriam, conviria""",
    "sarcastic": """muito obrigado por nada, muito obrigada por nada, valeu por nada, parabéns aos envolvidos
        que gracinha, que beleza de serviço, belo trabalho hein, bonito serviço, bonito trabalho
        estão de brincadeira, só rindo, é de rir, é para rir, rir para não chorar, me poupe, conta outra
        acredite se quiser, viva a incompetência""",
    "sarcasm": """obrigado por nos deixar, obrigada por nos deixar, obrigado por quebrar, parabéns conseguiram
        parabéns vocês conseguiram, palmas para, uma salva de palmas, que alegria, que emoção, que divertido
        que conveniente, que coincidência, que novidade, que eficiência, que maravilha mais, bela melhoria
        bela surpresa, bela atualização, bela novidade, linda atualização, grande melhoria essa, nada como
        nada melhor que, nada melhor do que, não há nada como, adoro perder, adoramos perder, adoro ficar
        adoramos ficar, é sempre um prazer, sempre um prazer, sempre bom, tão útil quanto, viva o, viva a
        como de costume, como já era de esperar, o de sempre, de novo para variar""",
    "rival": """muito melhor do que vocês, muito melhor que vocês, muito melhor do que o de vocês,
        bem melhor do que vocês, bem melhor que vocês,
        melhor do que o de vocês, mais rápido que o de vocês, mais rápido que vocês
        mais fácil que o de vocês, mais barato que o de vocês, mais barato em outro, melhor em outro lugar
        outros fornecedores oferecem, outros fazem, outro fornecedor, a concorrência faz, a concorrência já
        a concorrência está, os concorrentes já, os concorrentes têm, o concorrente tem, o concorrente faz
        concorrente oferece, concorrentes oferecem, ir para a concorrência, indo para a concorrência
        saudade do antigo, saudades do antigo, saudade do sistema, prefiro o antigo, preferíamos o antigo
        devíamos ter ficado""",
    "bested": """muito melhor do que, muito melhor que, bem melhor do que, bem melhor que,
        melhor que os outros, melhor do que os outros, melhor que todos, melhor do que todos
        melhor que outras, melhor do que outras, muito melhor que o, muito melhor do que o, mais rápido que qualquer
        mais fácil que o anterior, mais fácil do que o anterior, mais rápido do que o anterior, mais simples que o
        muito superior ao, muito acima, acima da concorrência, não tem comparação, sem comparação, nem se compara
        não se compara, nada a ver com o antigo, largamos o antigo, viemos do""",
    "wish": """seria muito bom se, seria muito bom ter, seria muito útil, seria útil ter, seria útil poder
        seria interessante ter, seria interessante poder, seria ideal se, seria ideal ter, seria ideal poder
        seria mais fácil se, seria mais prático, seria prático, seria bacana, seria top, seria show, seria demais
        seria um sonho, seria desejável, seria ainda melhor, seria melhor ter, seria possível, seria uma boa
        dava jeito, dava muito jeito, daria jeito, viria a calhar, adoraria ver, adoraria ter, adoraria poder
        adoraríamos, adoraríamos ter, adoraríamos ver, gostava de poder, gostava de ter, gostávamos de ter
        gostávamos de poder, queria poder, queria ver, queríamos poder, queríamos ter, precisaríamos de
        precisávamos de poder, faz falta, faz muita falta, sinto muita falta, sentimos muita falta, falta uma opção
        falta um botão, faltou, só faltou, só faltava, falta apenas, faltaria, poderiam implementar
        poderiam colocar, poderiam acrescentar, podiam incluir, podiam acrescentar, podem incluir, podem acrescentar
        dá para adicionar, dava para, daria para, tem como, tem como adicionar, há como, há alguma forma
        existe alguma forma, existe algum jeito, há planos, têm planos, pretendem, está nos planos, está no roadmap
        para quando, quando teremos, uma sugestão, minha sugestão, como sugestão, fica a sugestão, fica a dica
        sugiro, sugerimos, sugeriria, proponho, lista de desejos, meu desejo, desejo de melhoria, ponto de melhoria
        pontos de melhoria, a melhorar, deveria poder, deveríamos poder, deveria dar para, deveria ser possível
        ajudaria muito, nos ajudaria, ajudaria bastante, facilitaria muito, facilitaria bastante, oxalá, quem dera""",
}

TONES = {
    1.5: """haha, hahaha, hehe, rs, rsrs, kkk, kkkk, lol, oba, eba, viva, parabéns, boa sorte, boa ideia
        ótima ideia, excelente ideia, boa pergunta, bom ponto, bem lembrado, bem dito, bem vindo, bem vinda
        bem vindos, uau, nossa que bom, que legal, que bom, ansios(o|a) para ver, ansiosos para ver
        mal posso esperar, mal podemos esperar, feliz aniversário, feliz natal, sucesso a todos, abraços, beijos
        força, fico muito feliz""",
    0.8: """divertid(o|a|os|as), engraçad(o|a|os), sorriso(|s), rir, risada(|s), curios(o|a|os), curiosidade
        esperança, esperanços(o|a|os), otimista(|s), optimista(|s), orgulho, orgulhos(o|a|os|as), alegre(|s)
        animad(o|a|os|as), empolgad(o|a|os|as), empolgante(|s), emocionad(o|a|os|as), emocionante(|s), apaixonante
        motivad(o|a|os|as), inspirador(|a|es), fascinante(|s), carinho, carinhos(o|a), aliviad(o|a|os|as)
        relaxad(o|a), honest(o|a), honestidade, respeito, admiração, admiro, admiráve(l|is), mágic(o|a), sonho
        delicios(o|a), felizmente, encanto, bel(o|a|os|as), lind(o|a|os|as), tomara""",
    -0.8: """esquisit(o|a|os|as), suspeit(o|a), duvidos(o|a), cétic(o|a|os), perigos(o|a), arriscad(o|a), estresse
        stress, estressante, stressante, estressad(o|a|os), cansad(o|a|os|as), cansaço, nervos(o|a|os), medo, receio
        receamos, absurdos, sem sentido, não faz sentido, não faz o menor sentido, bobo, boba, besteira(|s)
        idiota(|s), estúpid(o|a), fei(o|a|os|as), tédio, tedios(o|a), perplex(o|a|os), desagradáve(l|is)
        injust(o|a|os), amarg(o|a), grave(|s), crítica(|s), culpa, tensão, incompreensíve(l|is), não entendo por que
        não entendo porque, não entendemos, nenhuma ideia, não faço ideia, raiva, impotência, sofremos, sofrer
        sofrendo, infeliz, infelizes, azar, horrores""",
    -1.5: """desculpa, desculpe, desculpas, desculpem, perdão, minhas desculpas, nossas desculpas, peço desculpa
        peço desculpas, lamento, lamentamos, sinto muito, sentimos muito, ops, opa que, ai, aff, afe, putz, poxa
        puxa, droga, caramba, meu deus, pelo amor de deus, credo, eca, argh, que pena, que tristeza, que horror
        que nojo, erro meu, falha minha, erro nosso, minha culpa, chorar, lágrimas, chorando, vergonha alheia
        arrependid(o|a|os), socorro, maldito, maldita""",
}
