"""Spanish turns of phrase: praise and blame without a word for it, and what shows a feeling."""

GOOD = {
    4.0: """no lo cambiaría por nada, no la cambiaría por nada, no lo cambiaríamos por nada, no lo cambio por nada
        no volvería atrás, no volveríamos atrás, no sé cómo trabajábamos, no sé cómo lo hacíamos antes
        cómo vivíamos sin, cómo trabajábamos sin, no concebimos trabajar sin, ya no concebimos, no podría vivir sin
        no puedo vivir sin, no podemos trabajar sin, mejor decisión, mejor inversión, mejor imposible
        no se puede pedir más, no puedo pedir más, no podemos pedir más, no le pido más, diez de diez, 10 de 10
        un diez, un 10, matrícula de honor, cinco estrellas, 5 estrellas, superó mis expectativas
        superado mis expectativas, supera mis expectativas, supera las expectativas, superado con creces
        superó con creces, con creces, una pasada, es una pasada, alucinante(|s), alucinad(o|a|os|as), brutal(|es)
        estamos encantad(o|a|os|as), estoy encantad(o|a), encantadísim(o|a|os|as), contentísim(o|a|os|as)
        enamorad(o|a|os|as), fuera de serie, sin igual, inmejorable(|s), insuperables, de otro nivel, otro nivel
        no hay color, como de la noche al día, un antes y un después, la octava maravilla""",
    3.2: """me quito el sombrero, nos quitamos el sombrero, chapó, chapeau, olé, a la perfección
        funciona a la perfección, va como la seda, como la seda, como un reloj, va de maravilla, va de lujo
        una delicia, un lujo, todo un lujo, un descubrimiento, todo un descubrimiento, un gustazo, da gusto trabajar
        da gusto usar, da gusto contar, es un gusto trabajar, un gusto trabajar, un placer contar, un placer usar
        nos ha salvado, nos salvó, me ha salvado, me salvó, nos salva, salvavidas, nos ha cambiado, nos cambió
        me ha cambiado la, un éxito rotundo, rotundo éxito, lo recomiendo a todos, recomiendo a todo el mundo
        recomendado al cien, cien por cien recomendable, 100 recomendable, altamente recomendable
        muy recomendad(o|a|os), sin duda recomiendo, recomiendo sin dudar, recomendamos sin dudar
        más que satisfech(o|a|os|as), plenamente satisfech(o|a|os|as), totalmente satisfech(o|a|os|as)
        completamente satisfech(o|a|os|as), súper content(o|a|os|as), feliz con, felices con, felicitar al equipo
        felicitar a todo, felicidades al equipo, felicitaciones a todo, mis felicitaciones, enhorabuena a todo
        enhorabuena al equipo, un diez para, no tiene precio, oro puro, vale oro, valen oro, trato exquisito
        trato inmejorable, trato excelente, atención exquisita, atención excelente, atención de primera
        atención impecable, nota alta, ejemplar(|es), perfectos, perfectas, bárbar(o|a), padrísim(o|a), chévere
        buenísim(o|a|os|as), utilísim(o|a), rapidísim(o|a|os), facilísim(o|a), comodísim(o|a), amabilísim(o|a|os)
        estupendamente""",
    2.4: """no puedo quejarme, no podemos quejarnos, no tengo queja(|s), no tenemos queja(|s), ni una queja
        ninguna queja, sin queja alguna, ninguna pega, sin pegas, ni una pega, nunca falla, nunca fallan
        nunca nos ha fallado, nunca nos falla, no nos ha fallado nunca, no falla nunca, no decepciona, no defrauda
        nunca decepciona, no nos arrepentimos, no me arrepiento, volvería a elegir, volveríamos a elegir
        volvería a contratar, volveríamos a contratar, volvería a comprar, repetiría, repetiríamos, repetiremos
        buena elección, gran elección, buena decisión, gran decisión, gran acierto, todo un acierto, acertamos
        vale lo que cuesta, vale su precio, vale cada euro, vale cada peso, cada céntimo, bien invertido
        bien invertidos, buena inversión, gran inversión, relación calidad precio excelente, excelente relación
        nos facilita la vida, facilita la vida, facilita mucho, nos facilita mucho, nos simplifica, simplifica mucho
        simplifica la vida, nos hace la vida más fácil, hace la vida más fácil, nos quita trabajo
        nos quita mucho trabajo, nos ha quitado, un alivio, qué alivio, gran alivio, todo un alivio
        cumple lo que promete, cumple con lo que promete, cumple lo prometido, cumple con creces, cumple su función
        cumple con nuestras, cumple nuestras expectativas, hace lo que promete, hace exactamente lo que
        hace justo lo que, cubre todas nuestras, cubre nuestras necesidades, a la altura, siempre a la altura
        siempre disponible(|s), siempre atent(o|a|os|as), siempre pendiente(|s), siempre dispuest(o|a|os) a ayudar
        siempre responde(|n), responden enseguida, responden rápido, responde enseguida, resuelve(|n) enseguida
        resuelve(|n) rápido, se nota el cariño, se nota el trabajo, hecho con cariño, bien hecho
        bien pensad(o|a|os|as), bien diseñad(o|a), bien montad(o|a), muy bien montad(o|a), muy bien pensad(o|a)
        muy bien hecho, muy logrado, muy lograd(o|a), logradísim(o|a), muy complet(o|a), muy cómod(o|a)
        muy intuitiv(o|a), muy profesional(|es), muy amable(|s), muy atent(o|a|os|as), muy ágil, muy práctic(o|a)
        muy positiv(o|a), gratamente sorprendid(o|a|os|as), grata sorpresa, agradable sorpresa, buena sorpresa
        muy sorprendid(o|a) para bien, punto fuerte, puntos fuertes, un plus, gran ventaja, en un par de clics
        en dos clics, en un clic, en un santiamén, en un abrir y cerrar, sin complicaciones, sin dolores de cabeza
        sin esfuerzo, con los ojos cerrados, un gran plus, gran avance, gran apoyo, gran valor, mucho valor
        aporta mucho, nos aporta mucho, nos aporta valor, convencid(o|a|os), convincente(|s), resolutiv(a|as)
        diligente(|s), eficacia, eficiencia impecable, profesionalidad, profesionalismo, calidad humana, calidez
        cercanía del, trato cercano, trato humano, buen trato""",
    1.7: """elegante(|s), modern(o|a|os|as), ordenad(o|a), limpi(o|a), precis(o|a|os|as), sólid(o|a|os|as)
        versátil(|es), flexible(|s), accesible(|s), comprensible(|s), simpátic(o|a|os|as), cordial(|es)
        educad(o|a|os|as), respetuos(o|a|os), servicial(|es), comprometid(o|a|os|as), implicad(o|a|os|as)
        entregad(o|a|os|as), puntual(|es), rigor, rigurosidad, tranquilidad, tranquil(o|a|os|as), seguridad que nos
        satisfacción, agrada, agradó, agradan, acierto(|s), útil para, utilidad, comodidad, sencillez, facilidad
        rapidez, agilidad, fluidez, estabilidad, bondad, bondades, positiv(o|a|os|as), favorable(|s)
        benefici(o|os|oso|osa), provechos(o|a), estimulante, novedos(o|a), innovador(|a|es|as)""",
}

BAD = {
    3.6: """una vergüenza, de vergüenza, es de vergüenza, un desastre, un auténtico desastre, un infierno
        un calvario, un suplicio, una tortura, un robo, es un robo, un timo, una estafa, un fraude, un engaño
        un chiste, menudo chiste, de chiste, una chapuza, chapuza(|s), chapucer(o|a), una mierda, mierda, asco
        da asco, un asco, penos(o|a|os|as), nefast(o|a|os|as), deplorable(|s), patétic(o|a), bochornos(o|a)
        indecente(|s), inadmisible(|s), inaguantable(|s), impresentable(|s), cero estrellas, ni regalado
        tirar el dinero, dinero tirado, dinero a la basura, devolución del dinero, que me devuelvan
        que nos devuelvan, hasta las narices, hasta el gorro, hasta la coronilla, hasta las narices de
        no aguanto más, no aguantamos más, no podemos más, no puedo más, ya basta, colmo, es el colmo
        se acabó la paciencia, sin paciencia, perdiendo la paciencia, perdí la paciencia, huid, huyan, aléjense
        ni se os ocurra, no lo recomiendo a nadie, no se lo recomiendo""",
    2.6: """no es nada (intuitivo|intuitiva|práctico|práctica|claro|clara|cómodo|cómoda|fácil|útil|ágil|fiable)
        deja mucho que desear, dejan mucho que desear, deja que desear, dejó mucho que desear
        no está a la altura, no estuvo a la altura, no cumple, no cumplen, no cumplió, no cumple lo que promete
        no sirve, no sirve para nada, no nos sirve, no nos sirve de nada, no vale la pena, no merece la pena
        no vale lo que cuesta, no aporta nada, no ayuda en nada, no recomiendo, no recomendamos, no lo recomiendo
        no lo recomendaría, no la recomiendo, no me gusta, no nos gusta, no me gusta nada, no nos convence
        no me convence, no termina de convencer, no nos hacen caso, no hacen caso, nadie nos hace caso, ni caso
        nos ignoran, ignoran, ignorad(o|a|os), nos dan largas, dan largas, dándonos largas, nos marean, mareándonos
        sin noticias, seguimos sin noticias, sin solución, sigue sin solución, seguimos sin solución
        sin ninguna solución, seguimos esperando, sigo esperando, llevamos semanas, llevamos días, llevamos meses
        llevo semanas esperando, llevo días esperando, nadie nos responde, nadie atiende, nadie da la cara
        nadie se hace cargo, abandonad(o|a|os|as), tirad(o|a|os|as), vendid(o|a|os), un paso atrás, paso atrás
        un retroceso, retroceso, va a peor, va de mal en peor, de mal en peor, cada vez peor, peor que antes
        mucho peor, muchísimo peor, una pesadez, un rollo, un lío, un caos, caos, caótic(o|a|os), un dolor de cabeza
        dolores de cabeza, quebradero(|s) de cabeza, un quebradero, pérdida de trabajo, nos hace perder
        me hace perder, hace perder tiempo, hizo perder, se pierde mucho tiempo, pierdo tiempo, eterno, eterna
        interminable(|s), se eterniza, va lentísimo, va muy lento, va fatal, funciona fatal, funciona mal
        funcionan mal, funciona muy mal, funciona cuando quiere, carísim(o|a|os|as), demasiado caro para
        precio abusivo, abusiv(o|a), abuso, excesiv(o|a) para, complicadísim(o|a), farragos(o|a), enrevesad(o|a)
        lios(o|a), pésimamente, tremendamente lent(o|a), mal diseñad(o|a), mal pensad(o|a), mal hecho, mal hecha
        mal traducid(o|a), mala experiencia, mala atención, mal servicio, mala calidad, pésimo servicio
        mala gestión, falta de respeto, falta de seriedad, poca seriedad, falta de profesionalidad, poco serio
        poco seria, decepcionó, defraudad(o|a|os|as), defrauda, indignad(o|a|os), cabread(o|a|os|as)
        disgustad(o|a|os), disgusto, desesperad(o|a|os), desesperante, desesperación, desquiciante
        agotad(o|a|os) de, cansad(o|a|os|as) de, agobiad(o|a|os), desbordad(o|a|os), nos planteamos cambiar
        planteando cambiar, pensando en cambiar, pensando en irnos, nos iremos, nos vamos a otro
        cambiar de proveedor, cambiando de proveedor, no renovaremos, no vamos a renovar, rescindir
        anular el contrato""",
    1.7: """mejorable(|s), bastante mejorable, muy mejorable, flojo, floja, flojos, justito, regulero
        poco práctic(o|a), poco intuitiv(o|a), poco clar(o|a), poco útil, poco ágil, poco amigable, poco cómod(o|a)
        nada intuitiv(o|a), nada práctic(o|a), nada clar(o|a), nada cómod(o|a), nada útil, no es intuitivo
        no es intuitiva, punto débil, puntos débiles, pega(|s), inconveniente(|s), desventaja(|s), defecto(|s)
        carencia(|s), deja dudas, confusión, liantes, enred(o|a), torpe(|s), trabad(o|a), tosco, tosca
        anticuad(os|as), desactualizad(o|a), incomplet(o|a|os|as), inexact(o|a), impreciso, ilegible(|s), molesta
        molestan, estorba, estorban, obliga a, obligados a, nos cuesta, cuesta mucho, cuesta encontrar
        cuesta entender, costoso, costosa, tarda mucho, tarda bastante, tardan mucho, tardaron mucho, tarde y mal
        desafortunad(o|a), inoportun(o|a), insatisfactori(o|a), preocupación""",
}

PROBLEMS = {
    1.3: """no funciona, no funcionan, no funcionó, ya no funciona, no me funciona, no nos funciona
        dejó de funcionar, ha dejado de funcionar, deja de funcionar, no carga, no cargan, no cargó, no abre
        no se abre, no se abren, no arranca, no inicia, no responde, no responden, no guarda, no se guarda
        no se guardan, no sincroniza, no imprime, no exporta, no conecta, no se conecta, no aparece, no aparecen
        no se ve, no se ven, no llega, no llegan, no llegó, no reconoce, no deja entrar, no me deja entrar
        no nos deja entrar, no me deja, no nos deja, no puedo entrar, no podemos entrar, no puedo acceder
        no podemos acceder, no puedo abrir, no podemos abrir, no puedo guardar, se traba, se trabó
        se queda colgad(o|a), se quedó colgad(o|a), colgad(o|a), se congela, se congeló, congelad(o|a)
        pantalla en blanco, petó, peta, dio error, da error, dan error, inoperativ(o|a), parad(o|a), inaccesible(|s)
        corte(|s) de servicio""",
    0.8: """duplicad(o|a|os|as), desaparecid(o|a|os|as), desapareció, desaparecieron, desconexión, desconexiones
        lag, cuelgue(|s), bloqueo(|s)""",
}

GAINS = {
    3.0: """ya nadie tiene que, nadie tiene que, nunca más tuvimos que, ya no pasamos, ya no dedicamos
        ya no perseguimos, ya no dependemos, ya no usamos excel, ya no hacemos a mano, ya no lo hacemos a mano
        se acabaron los, se acabaron las, se acabó el, se acabó la, adiós a los, adiós a las, adiós al
        olvidarnos de, nos olvidamos de, nos hemos olvidado de, nos libramos de, nos hemos librado de
        nos deshicimos de, por primera vez en, nunca había sido tan, nunca habíamos cerrado, más rápido que nunca
        mejor que nunca, mejor trimestre, mejor mes, nos ha ahorrado, nos está ahorrando, nos han ahorrado
        me ha ahorrado, ahorro de horas, ahorramos horas, ahorrando horas, la mitad de tiempo, la mitad del tiempo
        en la mitad, la tercera parte, una fracción del tiempo, el doble de, en minutos en lugar, en minutos en vez
        en horas en vez, se ha pagado solo, se amortizó, amortizado en, se ha amortizado, antes de lo previsto
        por debajo del presupuesto, sin horas extra, sin horas extras, ni una sola caída, ni un solo error
        ni una sola incidencia, sin un solo error""",
    2.0: """por fin tenemos, por fin tengo, por fin hemos, por fin conseguimos, por fin logramos, por fin se puede
        por fin sabemos, por fin vemos, al fin podemos, al fin tenemos, ahora sí podemos, ahora se puede
        ahora lo hacemos en, desde entonces podemos, nos permite cerrar, nos ha ayudado a, nos ayudó a
        nos ayuda a reducir, nos ayuda a ahorrar, nos ha servido para, nos ha permitido cerrar, ganamos tiempo
        hemos ganado tiempo, hemos ganado en, ganado en productividad, ganado en eficiencia, ganamos en
        libera tiempo, nos libera, liberó a, hemos liberado, tiempo libre para, tiempo para otras, eliminamos
        hemos eliminado, eliminado los, eliminado las, hemos automatizado, automatizamos, recortamos
        hemos recortado, ha mejorado, han mejorado, acortamos, hemos acortado, duplicamos, hemos duplicado
        triplicamos, superamos el objetivo, superamos la meta, cumplimos el plazo, cumplimos los plazos
        alcanzamos la meta, alcanzamos el objetivo, cerramos antes, cerramos el mes, cerramos en, terminamos antes
        sin contratar, sin tener que contratar, sin tener que, auditoría sin, aprobamos la auditoría
        cerramos el contrato, ganamos la licitación, ganamos el concurso, lo usa todo el equipo, lo usan todos
        lo usa toda la empresa, implantado en todas, desplegado en todas""",
}

MARKS = {
    "nothing": """estaré muy contento, estaré muy contenta, estaremos muy contentos, estaría muy contento
        bien por favor, muy bien entonces, qué tal, bien y tú, bien y usted, bien es cierto, bien está
        bien o mal, o mejor dicho, mejor no, mejor si, mejor aún no, lo mejor es, lo mejor sería, mejor opción
        mejor hora, cuanto antes mejor, es mejor que, será mejor que, sería mejor llamar, buen número de
        buena parte de, una buena parte, de buena fe, buen puñado, gran mayoría, la gran mayoría, gran empresa
        grandes cuentas, fácil que, claro está, claro sí, claro pero, me queda claro, queda claro, quede claro
        tener claro, segur(o|a) de que, estoy segur(o|a), no estoy segur(o|a), seguro médico, completo el formulario
        completa el formulario, nombre completo, feliz de ayudar, ayuda con, ayuda para, necesito ayuda
        necesitamos ayuda, centro de ayuda, página de ayuda, puede ayudarme, pueden ayudarnos, ayudarme con
        ayudarnos con, sirve de, bien posible, acceso rápido, vista rápida, consulta rápida, llamada rápida
        rápida llamada, rápida consulta, lista completa, mal momento, nada más, nada nuevo, de nada, para nada
        pena máxima, a duras penas, a tiempo parcial, a tiempo completo, no importa, sin embargo, sin falta
        hace falta, falta por, falta de momento, qué falta, me falta tiempo, medio ambiente, atentamente
        perfecto estado""",
    "courtesy": """espero que hayas tenido, espero que haya tenido, espero que hayan tenido
        espero se encuentre bien, espero te encuentres bien, espero que te encuentres bien, deseando que esté bien
        buen inicio de semana, excelente día, excelente semana, excelente fin de semana, excelente tarde
        linda semana, lindo día, feliz tarde, feliz fin de semana, feliz semana, feliz cumpleaños, feliz verano
        felices vacaciones, buenas vacaciones, buen viaje, buen descanso, buen puente, buen provecho, próspero año
        muy amable, es usted muy amable, qué amable, eres muy amable, muy amable de su parte, quedo atent(o|a)
        quedamos atentos, quedo pendiente, a la espera, encantad(o|a) de saludar, encantad(o|a) de saludarte
        encantad(o|a) de saludarle, encantad(o|a) de hablar, encantad(o|a) de ayudar, un gusto saludar
        un gusto saludarte, un gusto conocer, gusto en saludar, gusto en conocer, fue un gusto, ha sido un placer
        placer saludar, me alegra saber, me alegra que, nos alegra que, qué bueno saber, genial gracias
        estupendo gracias, excelente gracias, fenomenal gracias, vale gracias, vale perfecto, perfecto entonces
        perfecto quedamos, me parece perfecto, me parece genial, me parece estupendo, me parece excelente
        suena genial, suena perfecto, suena estupendo, por mí perfecto, por mí bien, sin problema por
        con mucho gusto, gracias por su rápida, gracias por tu rápida, por su pronta, por tu pronta
        por la rápida respuesta, rápida gestión, su pronta respuesta, su comprensión, tu paciencia, su apoyo
        tu apoyo, su colaboración, su disponibilidad, se agradecería
         te lo agradecería, se lo agradecería""",
    "thanks": """gracias por todo, muchas gracias por, mil gracias por, infinitas gracias, un millón de gracias
        thanks, se lo agradezco, te lo agradezco, os lo agradezco, muy agradecid(o|a|os|as)
        eternamente agradecid(o|a)""",
    "relapse": """volvemos a estar, hemos vuelto atrás, vuelta a empezar, volver a empezar, otra vez a mano
        vuelta al excel, de vuelta al excel, otra vez con excel, como al principio, igual que antes, volvimos a
        de vuelta a""",
    "serves": """carga(|n), abre(|n), arranca(|n), inicia(|n), imprime(|n), guarda(|n), sincroniza(|n), conecta(|n)
        exporta(|n), responde(|n), contesta(|n), aparece(|n), muestra(|n), llega(|n), reconoce(|n), descarga(|n)
        actualiza(|n), envía(|n), entrar, acceder, iniciar""",
    "future": "estaré, estaremos, seré, seremos",
    "goal": """nuestro objetivo es, el objetivo es, nuestra meta es, la meta es, nos prometieron
        nos habían prometido, prometieron que, se suponía que, supuestamente, estaba previsto, debía ser""",
    "usedto": """en su día, en su momento, los primeros meses, las primeras semanas, al comienzo, en un principio
        hace tiempo""",
    "now": """pero últimamente ya, hoy en día ya no, desde la actualización, desde la última actualización
        desde el último cambio, desde que cambiaron, desde que actualizaron, desde que cambiasteis, desde vuestro
        desde hace unas semanas, desde hace un mes, de un tiempo a esta parte, pero ya no, pero hoy""",
    "until": """hasta que llegó, hasta que cambiaron, hasta que actualizaron, hasta que salió, hasta el día que
        hasta la llegada""",
    "but": """mas, ahora bien, por desgracia, desgraciadamente, lamentablemente, por otro lado, por otra parte
        eso sí, solo que""",
    "except": """quitando, a excepción de, con la excepción, el único pero, un único pero, único inconveniente
        único defecto, único punto negativo, si acaso, por ponerle un pero, por poner un pero, por decir algo""",
    "although": "aun cuando, por más que, por mucho que, incluso si, aun así",
    "would": """quisiéramos, querríamos, permitiría, vendría, gustaría, deseo que, ojalá que, podrían, podríais
        convendría""",
    "sarcastic": """gracias por arruinar, muchas gracias por nada, gracias por el susto, vaya tela, vaya broma
        vaya tomadura, menuda faena, menuda gracia, qué gracia, qué risa, me parto, nos toman el pelo
        tomando el pelo, no me hagas reír, ya te digo, ja ja qué, olé vosotros, olé ustedes, vaya joya de servicio""",
    "sarcasm": """gracias por dejarnos, gracias por tirar, gracias por romper, felicidades han logrado, bravo por
        un aplauso para, un aplauso por, aplausos para, qué alegría, qué ilusión, qué divertido, qué oportuno
        qué raro, qué casualidad, qué novedad, qué detalle, qué eficiencia, qué eficacia, menudo detalle
        menuda sorpresa, menuda mejora, vaya mejora, vaya sorpresa, nada como, nada mejor que, no hay nada como
        me encanta que, nos encanta que, me encanta perder, nos encanta perder, un placer esperar
        siempre es un placer, tan útil como, viva el, viva la, larga vida, lo de siempre, como de costumbre""",
    "rival": """mucho mejor que ustedes, mucho mejor que vosotros, mucho mejor que el vuestro
        mejor que el de ustedes, mejor que lo de ustedes, más rápido que el vuestro, más rápido que ustedes
        más fácil que con ustedes, más barato que el vuestro, más barato en otro, mejor en otro sitio
        mejor en otra parte, otros proveedores ofrecen, otros lo hacen, otro proveedor, la competencia lo hace
        la competencia ya, la competencia sí, la competencia está, sus competidores, vuestros competidores
        vuestra competencia, su competencia, irnos con, irnos a la, nos pasamos a, nos cambiamos a, nos vamos con
        echamos de menos el anterior, echamos de menos nuestro anterior, prefiero el anterior
        preferíamos el anterior, debimos quedarnos""",
    "bested": """mucho mejor que, muchísimo mejor que,
        mejor que los demás, mejor que las demás, mejor que los otros, mejor que ningún
        mejor que cualquiera, mejor que todos, mejor que todas, mucho mejor que el, mucho mejor que la
        más rápido que cualquier, más fácil que el anterior, más rápido que el anterior, más sencillo que
        muy por encima, por encima de la competencia, no tiene comparación, sin comparación, ni comparación
        nada que ver con, dejamos el anterior""",
    "wish": """sería genial tener, sería genial poder, sería bueno poder, sería útil tener, sería útil poder
        sería útil si, sería útil que, sería ideal que, sería ideal si, sería ideal poder, sería ideal tener
        sería interesante, sería conveniente, sería deseable, sería de agradecer, sería cómodo, sería práctico
        sería más cómodo, sería más fácil si, sería aún mejor, sería mejor que, sería una pasada, sería un puntazo
        sería un gran, sería la bomba, estaría muy bien, estaría genial, estaría bueno, estaría perfecto
        estaría de lujo, vendría bien, nos vendría bien, vendría genial, vendría muy bien, me vendría bien
        nos encantaría, me encantaría, nos encantaría poder, nos gustaría disponer, quisiéramos poder
        querríamos poder, quisiera poder, desearíamos, necesitaríamos, necesitaría poder, nos haría falta
        nos falta poder, se echa de menos, se echa en falta, echo en falta, echamos mucho de menos, extrañamos
        falta una opción, falta un botón, faltaría, solo faltaría, solo le falta, le falta, podrían incluir
        podrían implementar, podríais incluir, podéis añadir, podéis incluir, pueden incluir, se podría añadir
        podría añadirse, es posible añadir, sería posible, hay alguna forma, hay forma de, existe alguna forma
        hay planes, tienen pensado, tenéis pensado, tienen previsto, tenéis previsto, para cuándo, cuándo podremos
        una sugerencia, mi sugerencia, como sugerencia, sugeriría, sugerimos, propongo, propuesta de mejora
        lista de deseos, mi deseo, a mejorar, debería poder, deberíamos poder, debería poderse, debería ser posible
        ayudaría mucho, nos ayudaría, nos ayudaría mucho, me ayudaría, facilitaría mucho, nos facilitaría""",
}

TONES = {
    1.5: """jaja, jajaja, jeje, jejeje, jiji, lol, genial, bravo, olé, viva, hurra, yupi, felicidades
        felicitaciones, enhorabuena, suerte, mucha suerte, buena suerte, ánimo, feliz cumpleaños, feliz navidad
        buena idea, gran idea, qué buena idea, buena pregunta, buen punto, bien visto, bien dicho
        bienvenid(o|a|os|as), qué ganas, con ganas, muchas ganas, guau, wow, me alegro mucho, nos alegramos
        qué alegría leer, un abrazo fuerte, abrazos, besos""",
    0.8: """divertid(o|a|os|as), gracios(o|a), sonrisa(|s), sonrío, reír, risa(|s), curios(o|a), curiosidad
        esperanza, esperanzad(o|a|os), optimista(|s), orgullo, orgullos(o|a|os|as), alegría, alegre(|s), ilusión
        ilusionad(o|a|os|as), emocionad(o|a|os|as), emocionante(|s), apasionante(|s), apasionad(o|a|os|as)
        motivad(o|a|os|as), inspirador(|a|es), fascinante(|s), sorprendente(|s), cariño, cálid(o|a)
        aliviad(o|a|os|as), relajad(o|a), honest(o|a), honestidad, respeto, admiración, admirable(|s), mágic(o|a)
        sueño, delicios(o|a), afortunad(o|a|os|as), afortunadamente, encanto, preciosa, precioso, hermos(o|a|os|as)
        lind(o|a|os|as)""",
    -0.8: """extrañ(o|a|os|as), sospechos(o|a), dudos(o|a), escéptic(o|a|os), peligros(o|a), arriesgad(o|a), estrés
        estresante, estresad(o|a|os), cansad(o|a|os|as), agotador(|a), nervios(o|a|os), miedo, temo, tememos, temor
        absurd(o|a|os|as), sin sentido, no tiene sentido, tonto, tonta, tontería(|s), idiota(|s), estúpid(o|a)
        fe(o|a), feísim(o|a), aburrid(o|a), perplej(o|a|os), incómodos, desagradable(|s), injust(o|a|os), amarg(o|a)
        grave(|s), crític(o|a), culpa, reproche(|s), tensión, incomprensible(|s), no entiendo por qué
        no entendemos por qué, ni idea, qué lata, lata, rabia, impotencia, impotente(|s), resignad(o|a|os), vacío
        sufrimos, sufrir, sufriendo, padecemos, padecer""",
    -1.5: """perdón, perdona, perdone, disculpa, disculpe, disculpas, mis disculpas, nuestras disculpas, lo siento
        lo sentimos, lo siento mucho, lamento, lamentamos, ups, uy, ay, caramba, maldita sea, maldito, maldita
        demonios, dios mío, por dios, madre mía, puf, uf, buf, qué pena, qué lástima, qué horror, qué asco
        culpa mía, mi culpa, nuestro error, mi error, llorar, lágrimas, vergüenza ajena, arrepentid(o|a|os), socorro""",
}
