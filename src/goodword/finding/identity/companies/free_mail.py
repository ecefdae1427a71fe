"""Domains under which anybody gets an address: they never say where somebody works.

Source: compiled for Goodword from what mail providers, internet providers and forwarding services say on their own
public pages about the addresses they give out; copied from no other list. Licence: Apache-2.0, like the rest of
Goodword; as a list of facts it may also be used under CC0-1.0. Decision 6 says why it is kept here. A host counts
when it or a domain above it is listed, so `users.noreply.github.com` is free mail and `github.com` is not.
"""

_WORLDWIDE = """
aol.com aim.com fastmail.com fastmail.fm gmail.com gmx.com gmx.net googlemail.com hey.com hotmail.com
hushmail.com icloud.com inbox.com live.com mac.com mail.com me.com msn.com outlook.com passport.com pm.me
proton.me protonmail.ch protonmail.com rocketmail.com runbox.com skiff.com startmail.com tuta.com tuta.io
tutamail.com tutanota.com tutanota.de keemail.me yahoo.com ymail.com zoho.com zohomail.com zoho.eu lycos.com
mailfence.com posteo.net riseup.net disroot.org lavabit.com email.com usa.com europe.com asia.com
consultant.com engineer.com post.com myself.com dr.com techie.com writeme.com iname.com contractor.net
cheerful.com mailbox.org kolabnow.com ctemplar.com countermail.com safe-mail.net sent.com fastmail.us
fastmail.net fastmail.org fastmail.to 123mail.org mailinator.com guerrillamail.com yopmail.com
10minutemail.com temp-mail.org tempmail.com trashmail.com trashmail.de sharklasers.com maildrop.cc getnada.com
dispostable.com users.noreply.github.com users.noreply.gitlab.com privaterelay.appleid.com duck.com
mozmail.com relay.firefox.com simplelogin.co simplelogin.com anonaddy.com anonaddy.me addy.io aleeas.com
slmail.me passmail.net passinbox.com
"""

_YAHOO = "ar at be bg ca ch cl cn cz de dk ee es fi fr gr hr hu ie in it lt lv nl no pl pt ro rs se sk"
_YAHOO_BELOW = (
    "com.ar com.au com.br com.cn com.co com.hk com.mx com.my com.pe com.ph com.sg com.tr com.tw com.ve com.vn "
    "co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za"
)
_HOTMAIL = (
    "be ca ch cl co co.il co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw "
    "com.vn cz de dk es fi fr gr hu it jp lt lv my nl no pl ph rs se sg sk"
)
_OUTLOOK = (
    "at be bg cl co.id co.il co.nz co.th com.ar com.au com.br com.gr com.pe com.tr com.vn cz de dk es fr "
    "hu ie in it jp kr lv my ph pt sa sg sk"
)
_LIVE = (
    "at be ca ch cl cn co.kr co.uk co.za com.ar com.au com.mx com.my com.pt com.sg de dk fi fr hk ie in "
    "it jp nl no ru se"
)

_NEAR_ONE_COUNTRY = """
163.com 126.com 139.com 188.com 189.cn 21cn.com aliyun.com foxmail.com qq.com vip.qq.com sina.com sina.cn
vip.sina.com sohu.com tom.com yeah.net wo.cn 263.net eyou.com vip.163.com naver.com hanmail.net daum.net
kakao.com nate.com hanmir.com empal.com paran.com nifty.com biglobe.ne.jp ocn.ne.jp docomo.ne.jp ezweb.ne.jp
softbank.ne.jp i.softbank.jp excite.co.jp infoseek.jp so-net.ne.jp goo.jp goo.ne.jp dion.ne.jp plala.or.jp
rediffmail.com indiatimes.com sify.com vsnl.net bsnl.in vsnl.com mail.ru bk.ru inbox.ru list.ru internet.ru
yandex.ru yandex.com ya.ru rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru narod.ru pochta.ru qip.ru
ukr.net i.ua meta.ua bigmir.net tut.by abv.bg mail.bg dir.bg gmx.de gmx.at gmx.ch web.de t-online.de
freenet.de arcor.de posteo.de mailbox.de email.de 1und1.de kabelmail.de vodafonemail.de freemail.de online.de
mail.de magenta.de aon.at a1.net chello.at bluewin.ch hispeed.ch sunrise.ch orange.fr wanadoo.fr free.fr
laposte.net sfr.fr neuf.fr bbox.fr club-internet.fr numericable.fr aliceadsl.fr voila.fr gmx.fr skynet.be
telenet.be scarlet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl upcmail.nl chello.nl casema.nl
quicknet.nl tele2.nl libero.it virgilio.it tiscali.it alice.it tin.it inwind.it iol.it fastwebnet.it poste.it
email.it telefonica.net terra.es ono.com orange.es movistar.es ya.com sapo.pt netcabo.pt clix.pt mail.pt
telepac.pt btinternet.com btopenworld.com blueyonder.co.uk ntlworld.com talktalk.net tiscali.co.uk
virginmedia.com virgin.net plus.net o2.co.uk mail.co.uk eircom.net comcast.net verizon.net att.net
bellsouth.net sbcglobal.net ameritech.net pacbell.net swbell.net cox.net charter.net earthlink.net
mindspring.com juno.com netzero.net netzero.com optonline.net optimum.net roadrunner.com rr.com twc.com
frontier.com frontiernet.net windstream.net centurylink.net centurytel.net embarqmail.com q.com suddenlink.net
peoplepc.com netscape.net cs.com compuserve.com worldnet.att.net rogers.com shaw.ca sympatico.ca telus.net
videotron.ca bell.net cogeco.ca eastlink.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au
internode.on.net tpg.com.au ozemail.com.au xtra.co.nz slingshot.co.nz uol.com.br bol.com.br terra.com.br
ig.com.br globo.com globomail.com r7.com zipmail.com.br oi.com.br superig.com.br terra.com terra.cl
prodigy.net.mx terra.com.mx terra.com.ar fibertel.com.ar arnet.com.ar ciudad.com.ar speedy.com.ar wp.pl
onet.pl onet.eu op.pl o2.pl interia.pl interia.eu tlen.pl poczta.onet.pl poczta.fm gazeta.pl vp.pl go2.pl
seznam.cz centrum.cz email.cz post.cz atlas.cz volny.cz azet.sk centrum.sk zoznam.sk pobox.sk freemail.hu
citromail.hu indamail.hu t-online.hu vipmail.hu telia.com spray.se comhem.se bredband.net home.se tele2.se
online.no broadpark.no start.no getmail.no c2i.net jubii.dk ofir.dk mail.dk tdcadsl.dk stofanet.dk suomi24.fi
luukku.com kolumbus.fi elisanet.fi saunalahti.fi inbox.lv mail.ee hot.ee inbox.lt one.lt mynet.com ttmail.com
superonline.com walla.co.il walla.com netvision.net.il bezeqint.net 012.net.il otenet.gr in.gr forthnet.gr
maktoob.com emirates.net.ae webmail.co.za mweb.co.za telkomsa.net vodamail.co.za iafrica.com pchome.com.tw
hinet.net seed.net.tw netvigator.com ctimail.com singnet.com.sg starhub.net.sg pacific.net.sg streamyx.com
tm.net.my vnn.vn telkom.net plasa.com
"""


def _under(name: str, ends: str) -> set[str]:
    return {f"{name}.{end}" for end in ends.split()}


FREE_MAIL: frozenset[str] = frozenset(
    {*_WORLDWIDE.split(), *_NEAR_ONE_COUNTRY.split()}
    | _under("yahoo", f"{_YAHOO} {_YAHOO_BELOW}")
    | _under("hotmail", _HOTMAIL)
    | _under("outlook", _OUTLOOK)
    | _under("live", _LIVE)
)
"""Lower case, without a dot at either end."""
