"""The house style for a browser: the colours and proportions of the paper, light and dark, on a screen, a telephone and a
printer. Text contrasts at least 7 to 1 with its ground (WCAG 2.2, 1.4.6); nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from huurdersapp.reports.paper.style import ACCENT, GREY, INK, NORMAL, RULE, WARN

LIGHT: Final[Mapping[str, str]] = {
    "ground": "#FFFFFF",
    "ink": INK,
    "grey": "#4B535C",
    "accent": ACCENT,
    "rule": RULE,
    "edge": GREY,
    "tint": "#F1F6FB",
    "warn": WARN,
}
DARK: Final[Mapping[str, str]] = {
    "ground": "#14181D",
    "ink": "#E8ECF0",
    "grey": "#B4BDC7",
    "accent": "#9CCBF7",
    "rule": "#46515D",
    "edge": "#8A96A3",
    "tint": "#1E2833",
    "warn": "#FFB59C",
}
TEXTS: Final = ("ink", "grey", "accent", "warn")
"""The colours of letters; each may stand on `ground` and on `tint`."""
_FONTS = '"Open Sans", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif'
_RULES = """
* { box-sizing: border-box; }
html { font-family: FONTS; color: var(--ink); background: var(--ground); -webkit-text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; font-size: SIZErem; line-height: 1.55;
  overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4, .title { line-height: 1.25; color: var(--accent); hyphens: manual; break-after: avoid; }
h1, .title { font-size: 2rem; font-weight: bold; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.2rem; margin: 1.75rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--ink); }
.letter h2, .letter h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; color: var(--ink); }
p, ul, ol, figure, blockquote { margin: 0 0 1rem; }
a { color: var(--accent); }
a:focus-visible, .wide:focus-visible, .drawing:focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem; }
.subtitle { font-size: 1.15rem; color: var(--grey); border-bottom: 2px solid var(--accent); padding-bottom: .75rem; }
.mark { border: 2px solid var(--warn); color: var(--warn); font-weight: bold; text-align: center;
  padding: .25rem .75rem; margin: 0 auto 1.5rem; width: fit-content; }
.lead { font-size: 1.12em; }
.note { font-size: .875rem; color: var(--grey); }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--accent); font-style: italic; }
li { margin-bottom: .3rem; }
nav { border: 1px solid var(--rule); padding: .5rem 1.25rem 1rem; margin: 1.5rem 0; }
nav h2 { font-size: 1.15rem; margin: .5rem 0; }
nav ul { list-style: none; padding-left: 0; margin: 0; }
nav ul ul { padding-left: 1.25rem; }
nav li { margin: 0; }
nav a { display: inline-block; padding: .2rem 0; }
.wide, .few { margin: 1.25rem 0 1.5rem; }
.wide { overflow-x: auto; }
.few td, .few th { overflow-wrap: anywhere; }
.few .right { overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; line-height: 1.4; }
caption, figcaption { font-weight: 600; text-align: left; font-size: .93rem; padding: 0 0 .4rem; }
figcaption { padding: .4rem 0 .75rem; }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { background: var(--tint); color: var(--accent); border-bottom: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 600; }
tfoot th, tfoot td { font-weight: bold; border-top: 2px solid var(--edge); }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.center { text-align: center; }
.wide + .note, .few + .note { margin-top: -1rem; }
.drawing { overflow-x: auto; }
.drawing svg { display: block; max-width: 100%; min-width: 26rem; height: auto; background: #FFFFFF; }
figure img { display: block; max-width: 100%; height: auto; }
.figures { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .75rem; }
.figures li { flex: 1 1 9rem; background: var(--tint); border-left: 4px solid var(--accent); padding: .6rem .9rem; margin: 0; }
.figures strong { display: block; font-size: 1.9rem; line-height: 1.25; color: var(--accent); }
.front { border-bottom: 2px solid var(--accent); padding-bottom: 1rem; margin-bottom: 2rem; }
.front .subtitle { border: 0; padding: 0; }
.organisations { font-weight: 600; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
.facts dt { color: var(--grey); }
.facts dd { margin: 0; }
.logo { max-height: 6rem; max-width: 100%; background: #FFFFFF; }
.sender { font-size: .875rem; color: var(--grey); }
.sender strong { font-size: 1.1rem; color: var(--accent); }
.addressee { margin: 2rem 0; }
.signers { list-style: none; padding: 0; display: grid; gap: 0 2rem;
  grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
.signers li { margin-top: 3.5rem; border-top: 1px solid var(--edge); padding-top: .3rem; break-inside: avoid; }
.question { font-weight: 600; margin: 1.5rem 0 .3rem; }
.help { color: var(--grey); margin-bottom: .4rem; }
.choices { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; }
.choices.down { display: block; }
.choices li { display: flex; align-items: baseline; gap: .5rem; }
.box { font-size: 1.35em; line-height: 1; }
.blank { flex: 1; min-width: 8rem; border-bottom: 1px solid var(--edge); }
.line { height: 2.4rem; border-bottom: 1px solid var(--edge); }
.fields { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; margin: 1.25rem 0 1rem; }
.fields p { flex: 1 1 9rem; margin: 0; border-bottom: 1px solid var(--edge); min-height: 3.6rem; }
.fields span { display: block; }
.fields .label { color: var(--grey); font-size: .93rem; }
.qr { width: 11rem; height: auto; background: #FFFFFF; }
.part { border-top: 2px solid var(--accent); margin-top: 3rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
body > footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: .75rem; font-size: .875rem;
  color: var(--grey); }
@media (max-width: 30rem) {
  body { padding: 1rem .9rem 2rem; }
  th, td { padding: .35rem .4rem; }
  h1, .title { font-size: 1.6rem; }
}
@page { size: A4; margin: 25mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  .break { break-before: page; }
  .wide, .drawing { overflow: visible; }
  .drawing svg { min-width: 0; }
  thead { display: table-header-group; }
  tr, figure, .figures li, .fields, .choices { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  nav { break-inside: avoid; }
}
"""


def css(text_size: float = NORMAL) -> str:
    """The style of a whole file, for running text of so many points on paper."""
    light, dark = _variables(LIGHT), _variables(DARK)
    rules = _RULES.replace("FONTS", _FONTS).replace("SIZE", f"{1.0625 * text_size / NORMAL:g}")
    scheme = f":root {{ color-scheme: light dark; {light} }}"
    return (
        f"{scheme}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"@media print {{ :root {{ {light} }} }}{rules}"
    )


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {code};" for name, code in colours.items())
