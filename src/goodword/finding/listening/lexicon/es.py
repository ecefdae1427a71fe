"""Spanish."""

from goodword.finding.listening.lexicon import es_idioms as idioms
from goodword.finding.listening.lexicon.joining import joined
from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="es",
    good=joined(
        {
            4.0: """increíble(|s), fantástic(o|a|os|as), extraordinari(o|a|os|as), excepcional(|es), espectacular(|es)
            maravillos(o|a|os|as), genial(|es), insuperable(|s), impresionante(|s), sobresaliente(|s), de primera
            de primer nivel, encantad(o|a|os|as) con, superó nuestras expectativas, superado nuestras expectativas
            supera nuestras expectativas, superó todas las expectativas, superado todas las expectativas
            no podríamos vivir sin, no podríamos trabajar sin, no podría estar más, no podemos vivir sin
            una maravilla, imprescindible(|s), nos encanta, me encanta, nos encantan, me encantan, les encanta
            encanta, adoramos""",
            3.2: """excelente(|s), perfecto para, perfecta, perfectamente, magnífic(o|a|os|as), estupend(o|a|os|as)
            brillante(|s), muy satisfech(o|a|os|as), muy content(o|a|os|as), muy feliz, muy felices
            muy impresionad(o|a|os|as), impresionad(o|a|os|as), recomiendo, recomendamos, lo recomiendo
            muy recomendable, totalmente recomendable, recomendaría, recomendaríamos, el mejor, la mejor
            los mejores, lo mejor, de lujo, de maravilla, funciona de maravilla, funciona perfecto
            funciona perfectamente, un placer trabajar, una gozada, invaluable(|s), indispensable(|s), una joya
            gran ayuda, enorme ayuda, nos ha cambiado la vida, nos cambió la vida, felicitaciones al, enhorabuena al
            muy superior""",
            2.4: """gran trabajo, buen trabajo, excelente trabajo, útil(|es), satisfech(o|a|os|as), content(o|a|os|as)
            eficaz, eficaces, eficiente(|s), intuitiv(o|a|os|as), fiable(|s), confiable(|s), profesional(|es)
            competente(|s), amable(|s), atent(o|a|os|as), fácil de usar, fáciles de usar, sencillo de usar
            fácil de aprender, muy fácil, muy buen(|o|a|os|as), muy bien, muy útil, muy rápid(o|a), funciona bien
            funciona muy bien, funcionan muy bien, mucho mejor, muchísimo mejor, mucho más fácil, mucho más rápido
            mucho más sencillo, justo lo que necesitábamos, exactamente lo que necesitábamos
            justo lo que buscábamos, potente(|s), robust(o|a|os|as), fluid(o|a), cómod(o|a|os|as), gran mejora
            gran diferencia, gran herramienta, gran producto, gran equipo, gran soporte, gran servicio
            nos ayudó mucho, me ayudó mucho, nos ha ayudado mucho, ayuda mucho, de gran ayuda
            siempre dispuest(o|a|os|as), siempre está, siempre están, vale la pena, vale cada, merece la pena
            recomendable(|s), resolutiv(o|a|os|as), impecable(|s), súper, top, ágil(|es), gusta mucho, gustó mucho
            un acierto""",
            1.7: """buen(|o|a|os|as), bien, bonit(o|a|os|as), rápid(o|a|os|as), rápidamente, fácil(|es), fácilmente
            sencill(o|a|os|as), gusta, gustan, gustó, feliz, felices, mejor, mejores, clar(o|a|os|as), estable(|s)
            mejorado, mejora(|s), mejoró, ventaja(|s), éxito(|s), confianza, confiamos, agradable(|s), complet(o|a)
            práctic(o|a|os|as), segur(o|a), alegra, acertad(o|a), paciente(|s), cercan(o|a), cercanía
            valios(o|a|os|as), grata, gran""",
            1.0: """funciona, funcionan, ayuda, ayudan, ayudó, correct(o|a), interesante(|s), resuelt(o|a)
            solucionad(o|a), sirve, perfecto, ok""",
        },
        idioms.GOOD,
    ),
    bad=joined(
        {
            3.6: """inaceptable(|s), desastre, desastros(o|a), horrible(|s), terrible(|s), pésim(o|a|os|as)
            lamentable(|s), vergüenza, vergonzos(o|a), inútil(|es), inservible(|s), pesadilla, el peor, la peor
            lo peor, ridícul(o|a), hart(o|a|os|as), pérdida de tiempo, pérdida de dinero, odio, odiamos
            furios(o|a|os), nunca más, una broma, basura, una tomadura de pelo, intolerable(|s), fatal(|es)
            porquería, estafa""",
            2.6: """mal, mal(o|a|os|as), decepcionad(o|a|os|as), decepcionante(|s), decepción, frustrad(o|a|os|as)
            frustrante(|s), frustración, molest(o|a|os|as), molestia(|s), enfadad(o|a|os|as), enojad(o|a|os|as)
            insatisfech(o|a|os|as), descontent(o|a|os|as), poco fiable, inestable(|s), demasiado lent(o|a)
            muy lent(o|a), lentísim(o|a), demasiado car(o|a), muy car(o|a), demasiado complicad(o|a), engorros(o|a)
            tedios(o|a), sin respuesta, nadie responde, nadie contesta, ninguna respuesta, cancelar el contrato
            cancelaremos, dar de baja, buscando alternativas, alternativas, no renovar, perdemos tiempo
            perder tiempo, perdiendo tiempo, confus(o|a|os|as), deficiente(|s), incompetente(|s), grosero, peor(|es)
            empeorado, empeoró, empeora, nos dejó tirados, nos dejaron tirados, tarda una eternidad, tarda muchísimo
            tarda demasiado, perdido la confianza, pierde datos, indignante, fastidio, insoportable""",
            1.7: """lent(o|a|os|as), lentitud, difícil(|es), complicad(o|a|os|as), complej(o|a|os|as), car(o|a|os|as)
            desgraciadamente, lamentablemente, desafortunadamente, falta, faltan, limitad(o|a|os|as)
            obsolet(o|a|os|as), queja(|s), quejarnos, quejarme, preocupad(o|a|os), preocupa, preocupante, triste
            rar(o|a), incómod(o|a), insuficiente(|s), pena, lástima, débil, anticuad(o|a), innecesari(o|a)
            pesad(o|a)""",
        },
        idioms.BAD,
    ),
    problems=joined(
        {
            1.3: """caída(|s), caíd(o|a), se cae, se cayó, se caiga, falla(|n|s), falló, fallando, fallo(|s)
            rot(o|a|os|as), se cuelga, se colgó, se bloquea, se bloqueó, pérdida de datos, interrupción
            interrupciones, se cierra solo, incidencia(|s), no disponible, apagón""",
            0.8: """error(|es), problema(|s), bug(|s), retraso(|s), demora(|s), bloquead(o|a), perdid(o|a|os|as)
            mantenimiento, avería(|s)""",
        },
        idioms.PROBLEMS,
    ),
    gains=joined(
        {
            3.0: """a la mitad, por primera vez, primera vez que, ya no tenemos que, ya no tengo que, ya no necesitamos
            ya no hace falta, ya no hay que, ya no perdemos, nos ahorra, nos ahorró, nos ha ahorrado, nos ahorran
            me ahorra, hemos ahorrado, ahorramos, el doble de rápido, tiempo récord, en tiempo récord, se pagó solo
            en lugar de días, en lugar de semanas, en lugar de horas, en vez de días, en vez de semanas
            en vez de horas, antes tardábamos, antes tardaba, antes necesitábamos, antes nos llevaba""",
            2.0: """por fin podemos, por fin puedo, por fin pudimos, finalmente podemos, ahora podemos, ya podemos
            nos permite, nos permitió, nos ha permitido, nos permitieron, me permite, ahorro de tiempo
            ahorra tiempo, ahorrado tiempo, ahorrar tiempo, hemos reducido, redujimos, reducido nuestr(o|a|os|as)
            ha reducido, redujo, hemos aumentado, aumentamos, hemos mejorado, aceleró, acelerado
            ganamos el contrato, ganamos el cliente, pasamos la auditoría, superamos la auditoría
            alcanzamos nuestr(o|a|os|as), cumplimos nuestr(o|a|os|as), logramos, hemos logrado, hemos conseguido
            conseguimos, gracias a ustedes, gracias a vosotros, sin un solo, a tiempo, en producción, a la primera""",
            1.0: """por fin, finalmente, gracias a, ahorrado, ahorro, reducido, automatizado, más rápido, menos
            en lugar de, en vez de, logrado""",
        },
        idioms.GAINS,
    ),
    tones=idioms.TONES,
    marks=joined(
        {
            "nothing": """buena suerte, buena pregunta, buena idea, bien recibido, está bien si, más bien, o bien
            si bien, bien sea, claro que, lo mejor posible, lo más rápido posible, lo antes posible, sin problema
            sin problemas con, no hay problema, ningún problema, una pregunta rápida, pregunta rápida
            una consulta rápida, mensaje de error, mejor dicho, a lo mejor, mejores prácticas, seguro que
            nos gustaría, me gustaría, gustaría, gran parte, gran cantidad, en gran medida, por favor, falta poco
            servicio al cliente, es bueno saber, bueno saberlo, bueno, claro""",
            "courtesy": """espero que esté bien, espero que estés bien, espero que estén bien
            espero que se encuentre bien, espero que todo, vaya bien, espero que todo vaya bien
            espero que vaya bien, esperamos que estén bien, que tengas un buen día, que tenga un buen día
            que tengan un buen día, buen día, buenos días, buenas tardes, buenas noches, buen fin de semana
            buena semana, feliz navidad, feliz año, felices fiestas, feliz viernes, feliz lunes, feliz día
            encantado de conocerle, encantado de conocerte, encantada de conocerte, mucho gusto, con gusto
            un placer conocer, un placer, me alegro, nos alegra saber, suena bien, me parece bien, nos parece bien
            está bien, todo bien, muy bien gracias, perfecto gracias, me va bien, de acuerdo, entendido, un saludo
            saludos, un abrazo, hasta pronto, respuesta rápida, rápida respuesta, pronta respuesta, tu respuesta
            su respuesta, su ayuda, tu ayuda, vuestra ayuda, su tiempo, su paciencia, sería genial, sería perfecto
            sería estupendo, estaría bien, estaría genial, mejores deseos, buenas noticias""",
            "thanks": """gracias, muchas gracias, mil gracias, muchísimas gracias, gracias de antemano, agradezco
            agradecemos, agradecid(o|a|os|as), se agradece, agradecería""",
            "relapse": "otra vez en, de nuevo en, vuelto a, hemos vuelto a, ya no es lo mismo, volvemos a, volvió a",
            "another": "otra, otro, otra vez, una más, uno más",
            "no": """no, nunca, jamás, ningún, ninguna, ninguno, nada, nadie, ni, sin, tampoco, apenas, no muy
            no es muy, no tan, para nada, lejos de""",
            "gone": "ya no",
            "fewer": """menos, solucionado, resuelto, resolver, solucionar, evita, evitar, evitado, a pesar de, reducir
            sin más, corregido""",
            "more": """muy, realmente, verdaderamente, extremadamente, totalmente, absolutamente, tan, increíblemente
            especialmente, súper, demasiado, completamente, mucho, bastante más, siempre""",
            "less": "un poco, algo, bastante, relativamente, más o menos, a veces, ligeramente, medio, casi",
            "but": "pero, sin embargo, no obstante, en cambio",
            "except": """excepto, salvo, salvo que, excepto que, aparte de, menos cuando, lo único malo, la única pega
            lástima que""",
            "although": "aunque, a pesar de, pese a, mientras que, si bien",
            "until": """hasta la, hasta el, hasta que, hasta ayer, hasta hace, hasta esta, hasta este, hasta ahora
            antes de la actualización, antes de la última, antes del cambio, antes de la migración
            antes de la nueva""",
            "now": "pero ahora, pero desde, desde la, desde el, últimamente, pero últimamente, ahora ya no",
            "usedto": "antes, al principio, anteriormente, solía, solían, originalmente, al inicio",
            "past": """era, eran, estaba, estaban, fue, fueron, funcionaba, funcionaban, gustaba, encantaba, iba, había
            tenía, estábamos""",
            "if": "si, siempre que, en caso de que, cuando",
            "would": """sería, serían, podría, podrían, debería, deberían, habría, tendría, haría, pudiera, fuera
            estaría""",
            "future": """va a, vamos a, van a, será, serán, queremos, quiero, quisiera, esperamos, espero, intentamos
            para, necesitamos, debe""",
            "wish": """sería genial si, sería genial que, sería bueno que, sería bueno si, sería bueno tener
            sería ideal, sería útil, sería bueno, sería estupendo que, sería perfecto si, sería mejor si
            sería fantástico si, sería fantástico que, estaría bien que, estaría bien tener, estaría bien poder
            estaría genial si, estaría genial que, estaría genial poder, nos gustaría poder, me gustaría poder
            nos gustaría tener, me gustaría tener, nos gustaría ver, me gustaría ver, nos gustaría que
            me gustaría que, ojalá, echamos de menos, echo de menos, echamos en falta, podrían añadir
            podrían agregar, podríais añadir, pueden añadir, pueden agregar, está previsto, está planeado
            sugerencia, podría mejorar, podría ser mejor, podría ser más, debería ser más, debería permitir
            haría falta, solo falta, solo pediría, agradecería que""",
            "again": """otra vez, de nuevo, siempre, todavía, aún, sigue, siguen, cada vez, cada día, todos los días
            constantemente, desde hace semanas, desde hace días, desde hace meses, por tercera vez, por segunda vez
            continuamente, otro, otra, una y otra""",
            "sarcastic": "gracias por nada, qué broma, sí claro, vaya servicio, menudo servicio, menuda broma",
            "sarcasm": """justo lo que necesitábamos hoy, justo lo que nos faltaba, lo que nos faltaba
            justo lo que faltaba, lo que faltaba, qué sorpresa, qué bien, qué maravilla, qué bonito, genial otra
            genial otro, perfecto otra, perfecto otro, fantástico otra, fantástico otro, como siempre, para variar
            enhorabuena por, felicidades por, bravo, me encanta cuando, nos encanta cuando, me encanta esperar
            nos encanta esperar, me encanta cómo, nos encanta cómo, da gusto""",
            "rival": """mejor que ustedes, mejor que vosotros, mejor que el vuestro, mejor que el suyo
            mejor que lo vuestro, lo hace mejor, lo hacen mejor, más barato que ustedes, más barato que vosotros
            a la competencia, con la competencia, la competencia ofrece, la competencia tiene, su competidor
            cambiarnos a, pasarnos a""",
            "bested": """mejor que todo, mejor que cualquier, mejor que nuestro anterior, mejor que nuestra anterior
            mejor que el anterior, mejor que la anterior, mejor que la competencia, mejor que lo que teníamos
            mejor que antes, mejor que nada, venimos de, veníamos de, más fácil que cualquier, mejor que otros
            mejor que otras""",
            "self": """nosotros, nuestro, nuestra, nuestros, nuestras, nos, yo, mi, mis, me, equipo, empresa, hemos
            podemos""",
            "about": """usted, ustedes, vosotros, vuestro, vuestra, su, sus, tu, herramienta, producto, soporte, equipo
            esto, plataforma""",
        },
        idioms.MARKS,
    ),
)

QUANTITIES = Quantities(
    numbers={
        "un": 1,
        "una": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "once": 11,
        "doce": 12,
        "quince": 15,
        "veinte": 20,
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "cien": 100,
        "mil": 1000,
        "media": 0.5,
        "medio": 0.5,
        "varios": 4,
        "varias": 4,
        "unos": 3,
        "unas": 3,
        "pocos": 3,
        "pocas": 3,
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
        "día": 480,
        "días": 480,
        "jornada": 480,
        "semana": 2400,
        "semanas": 2400,
        "mes": 10400,
        "meses": 10400,
        "trimestre": 31200,
        "año": 124800,
        "años": 124800,
    },
    units="""%, por ciento, puntos, x, k, m, mil, millón, millones, euros, eur, dólares, usd, pesos, tickets
            usuarios, clientes, errores, llamadas, clics, pasos, personas, empleados, solicitudes, facturas
            informes, incidencias, casos, pedidos, veces""",
    source="de, desde",
    target="a, a solo, a sólo, hasta",
    by="en un, un, en",
    instead="contra, en lugar de, en vez de, frente a, en comparación con, comparado con",
    formerly="antes, tardábamos, tardaba, nos llevaba, llevaba, necesitábamos, anteriormente",
    then="antes, el año pasado, al principio, hace un año, al inicio, anteriormente, previamente, era, eran",
    per="""al mes, por mes, a la semana, por semana, al día, por día, al año, por año, por trimestre, cada mes
            cada semana, cada día, cada año, mensuales, semanales, anuales, por usuario, por persona, la hora""",
    down="""reducido, redujo, redujimos, reducir, bajado, bajó, bajamos, bajar, disminuido, disminuyó, caído, cayó
            recortado, recortamos, acortado, descendido, descendió, reducimos, recortó
            bajaron, cayeron, descendieron, disminuyeron, redujeron""",
    up="""aumentado, aumentó, aumentamos, crecido, creció, mejorado, mejoró, subido, subió, incrementado, incrementó
            más, incrementamos""",
    moved="pasado, pasó, pasamos, pasaron, hemos pasado, ahora, hoy, tardamos, tarda, ido",
    spared="ahorrado, ahorra, ahorramos, ahorró, ahorran, ahorrar, ahorraron, ganado, recuperado, ahorrándonos",
    halves="a la mitad, la mitad del tiempo, la mitad de tiempo, en la mitad",
    doubles="""duplicado, duplicamos, duplicó, triplicado, triplicamos, triplicó, el doble de rápido, el doble
            el triple""",
    faster="más rápido, más rápida, menos, más barato, más corto, antes",
    slower="más lento, más lenta, más largo, más caro, más tarde",
    smaller="menos",
    wants_less="""tiempo, tiempos, coste, costes, costo, costos, errores, error, tickets, esfuerzo, plazo, plazos
            precio, caídas, quejas, horas, trabajo, retraso, retrasos, espera, duración, latencia, rotación
            llamadas, respuesta, gasto, gastos, incorporación, cierre, incidencias, fallos, fallas, defectos
            reclamaciones, devoluciones, cancelaciones, rechazos, riesgos, alertas, fraude, accidentes, incidentes
            bajas, averías""",
    wants_more="""adopción, ingresos, ventas, productividad, calidad, satisfacción, disponibilidad, conversión
            eficiencia, margen, nps, retención, visibilidad, precisión, uso, velocidad""",
    now="ahora, hoy, actualmente, desde entonces, hoy en día",
    ranges="a, o, y",
    fractions="la mitad, un tercio, dos tercios, una cuarta parte, tres cuartas partes, un quinto",
    lessening="reducción, reducciones, disminución, caída, descenso, recorte, bajada",
    savings="ahorro(|s)",
    growing="aumento(|s), incremento(|s), mejora(|s), crecimiento, subida, alza, ganancia(|s)",
    of="de, del, de un, de una, de hasta, de casi, de más de",
    about="en, de, del, de la, en el, en la",
    times="veces, x",
    than="""más rápido, más rápida, más rápidos, más, menos, mejor, mayor, menor, más productivos, más barato
            superior""",
    folds="doble, triple, cuádruple, décuplo, quintuplicado, quintuplicamos, cuadruplicado",
    factor="""multiplicado por, multiplicamos por, multiplicó por, dividido por, dividido entre, por un factor de
            en un factor de""",
    planned="""va a, van a, vamos a, podría(|n|mos), debería(|n|mos), esperamos, espera, planeamos, prevemos
            objetivo, meta, queremos, quiere, si, quisiéramos, pretendemos, no""",
    roughly="un, casi un, casi, cerca de un, más de un, aproximadamente un, alrededor de un, unos",
    amounting="es del, es de, fue del, fue de, ha sido del, alcanza el, alcanzó el",
    percent="%, por ciento",
)
