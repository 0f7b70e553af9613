/*
 * How pages look: the system's own fonts, Chinese ones among them; two themes after the reader's choice, paper always light; cards in place
 * of tables where there is little room; on paper one sheet. Every color of text has at least 4.5 to 1 against what it stands on, in both themes.
 */

const THEMES = `
:root{--page:#f6f7f8;--sheet:#fff;--ink:#1b1f24;--dim:#57606a;--rule:#d8dde3;--track:#e8ebef;--link:#0a58a8;--good:#176638;--warn:#855000;--bad:#a8251c;--part:#4a7fb5;--goodfill:#3f9461;--warnfill:#c58a2b;--badfill:#cf5a50;--outer:#c9dcef;--inner:#8fb6dc}
@media screen and (prefers-color-scheme:dark){:root{--page:#101316;--sheet:#181c20;--ink:#e7eaed;--dim:#a3acb5;--rule:#343b43;--track:#2a3037;--link:#83b9f2;--good:#76cf9a;--warn:#efb866;--bad:#ff958c;--part:#5c94cc;--goodfill:#4aa470;--warnfill:#c9913a;--badfill:#d8675d;--outer:#2f4a66;--inner:#47739f}}`;

const TEXT = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
:lang(zh){line-break:strict}
main,nav,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
nav{display:grid;grid-template-columns:1fr auto;gap:.25rem 1rem;align-items:start;padding-top:1rem;padding-bottom:.75rem;font-size:.875rem}
nav ol{margin:0;padding:0;list-style:none}
nav li{display:inline}
nav li+li::before{content:" / ";color:var(--dim)}
nav a{padding:.35rem 0}
nav>a{margin:-.35rem 0}
main{background:var(--sheet);border:1px solid var(--rule);border-radius:.5rem;padding-top:1.5rem;padding-bottom:1.75rem}
footer{padding-top:1rem;padding-bottom:2rem;font-size:.8125rem;color:var(--dim)}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{margin:0;font-size:1.5rem;line-height:1.25;font-weight:650}
h2{margin:2rem 0 .5rem;font-size:1.0625rem;line-height:1.35;font-weight:650}
h3{margin:1.25rem 0 .35rem;font-size:1rem;font-weight:650}
p{margin:.5rem 0}
.subtitle{margin:.25rem 0 0;color:var(--dim)}
hr{border:0;border-top:1px solid var(--rule);margin:1.25rem 0}
ul{margin:.5rem 0;padding-left:1.15rem}
li{margin:.2rem 0}
strong{font-weight:650}
code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","Noto Sans Mono CJK SC",monospace}
pre{white-space:pre-wrap;margin:.5rem 0;padding:.75rem;background:var(--page);border-radius:.35rem}
.dim{color:var(--dim)}.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.note .bad,.bad{font-weight:600}
.figure{margin:1.25rem 0 .5rem}
.figure p{margin:0}
.figure .label{color:var(--dim);font-size:.9375rem}
.figure .value{font-size:2.125rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figure .notes{margin-top:.15rem}
dl{margin:.75rem 0;display:grid;gap:.35rem}
dl div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:0 1rem}
dt{color:var(--dim)}
dd{margin:0}
.lines p{margin:.15rem 0}.depth-1{padding-left:1rem}.depth-2{padding-left:2rem}.depth-3{padding-left:3rem}
details{border-top:1px solid var(--rule);padding:.45rem 0}
details:last-of-type{border-bottom:1px solid var(--rule)}
summary{cursor:pointer}
summary h2{display:inline}
.part{padding:.6rem 0}
:not(.part)+.part{margin-top:2rem}
details ul{margin:.35rem 0 .35rem .25rem}
details>ul{font-size:.9375rem}`;

const TABLES = `
table{width:100%;border-collapse:collapse;margin:.5rem 0;font-size:.9375rem}
th,td{padding:.45rem .75rem .45rem 0;text-align:left;vertical-align:baseline;font-weight:400}
th:last-child,td:last-child{padding-right:0}
td,thead th{overflow-wrap:break-word}
td:last-child,.long{overflow-wrap:anywhere}
code{overflow-wrap:anywhere}
th>a~code{display:block;color:var(--dim)}
thead th,thead td{color:var(--dim);font-size:.8125rem;border-bottom:1px solid var(--rule);vertical-align:bottom}
tbody tr:not(.note)~tr:not(.note)>*{border-top:1px solid var(--rule)}
tbody tr.sum>*{border-top:2px solid var(--ink)!important;font-weight:650}
.number{text-align:right;padding-right:1.25rem;font-variant-numeric:tabular-nums;white-space:nowrap}
time,.date{white-space:nowrap;font-variant-numeric:tabular-nums}
.whole{white-space:nowrap}
tr.note td{padding-top:0;font-size:.8125rem;color:var(--dim)}
tr.note p{margin:0 0 .15rem}
@media (max-width:640px){
main,nav,footer{padding-left:1rem;padding-right:1rem}
main{border-left:0;border-right:0;border-radius:0;padding-top:1rem}
dl div{grid-template-columns:1fr}
dl{gap:.6rem}
.figure .value{font-size:1.75rem}
table,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr:not(.note){padding:.5rem 0}
tbody tr:not(.note)~tr:not(.note){border-top:1px solid var(--rule)}
tbody tr.sum{border-top:2px solid var(--ink)!important}
tbody tr.sum>*{border:0!important}
tbody tr>*{border:0!important;padding:.1rem 0;overflow-wrap:anywhere!important}
td[data-title]{display:grid;grid-template-columns:minmax(5.5rem,38%) 1fr;gap:0 .75rem}
td[data-title]::before{content:attr(data-title);color:var(--dim);font-size:.8125rem;font-weight:400;white-space:normal;text-align:left}
td[data-title=""]{display:block}
tbody .number{text-align:left;white-space:normal;padding-right:0!important}
tbody a,dd a,li a{padding:.35rem 0}
td.empty{display:none}
tr.note{padding-bottom:.5rem}
}`;

const CHARTS = `
.chart{margin:.75rem 0 1rem}
.drawn{margin:.6rem 0}
.drawn p{margin:0}
.named{display:flex;justify-content:space-between;gap:1rem;font-size:.9375rem}
.named span,nav ol{min-width:0}
.named strong{font-variant-numeric:tabular-nums;white-space:nowrap}
.drawn svg{display:block;width:100%;height:.875rem;margin:.2rem 0}
.drawn.tall svg{height:7rem}
.keys{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:.8125rem;color:var(--dim)}
.key::before{content:"";display:inline-block;width:0;height:.8em;margin-right:.35rem;vertical-align:-.05em;border-left:2px solid var(--ink)}
.key.threshold::before,.key.toDate::before,.key.stretch::before{width:2px;border:0;background:repeating-linear-gradient(var(--ink) 0 2px,transparent 2px 4px)}
.key.stretch::before{background:repeating-linear-gradient(var(--ink) 0 5px,transparent 5px 7px)}
.key.expected::before{border-left-color:var(--part)}
.key.outer::before,.key.inner::before{width:.8em;border:0;background:var(--outer)}
.key.inner::before{background:var(--inner)}
svg line{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
svg .threshold,svg .toDate{stroke-dasharray:2 2}
svg .stretch{stroke-dasharray:5 2}
svg .expected{stroke:var(--part);stroke-width:3}
svg .zero{stroke:var(--rule);stroke-width:1}
svg .ahead{fill:none;stroke:var(--part);stroke-width:2;stroke-dasharray:4 4;vector-effect:non-scaling-stroke}
svg .line{fill:none;stroke:var(--part);stroke-width:2;vector-effect:non-scaling-stroke}
svg .stop{stroke:var(--part);stroke-width:7;stroke-linecap:round}
svg .track{fill:var(--track)}svg .outer{fill:var(--outer)}svg .inner{fill:var(--inner)}
svg .part{fill:var(--part)}svg .good{fill:var(--goodfill)}svg .warn{fill:var(--warnfill)}svg .bad{fill:var(--badfill)}`;

const PAPER = `
@page{size:A4;margin:12mm}
@media print{
:root{color-scheme:light;--page:#fff;--sheet:#fff;--ink:#000;--dim:#444;--rule:#bbb;--track:#e8ebef;--link:#000;--good:#0d4d27;--warn:#653c00;--bad:#8a1a12}
body{font-size:8.5pt;line-height:1.35;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,nav,footer{max-width:none;padding-left:0;padding-right:0}
main{border:0;padding-top:0;padding-bottom:0}
nav,.more,.more~details.part,details.part:not([open]){display:none}
h1{font-size:14pt}h2{font-size:9.5pt;margin:.6rem 0 .15rem;break-after:avoid}
p,ul,dl,table{margin:.25rem 0}
.figure{margin:.5rem 0 .25rem}.figure .value{font-size:17pt}
th,td{padding-top:.1rem;padding-bottom:.1rem}
table,.named{font-size:8pt}tr.note td,.keys,thead th,footer{font-size:7pt}
tr,.drawn,details{break-inside:avoid}
.drawn{margin:.25rem 0}.drawn svg{height:.6rem}.drawn.tall svg{height:4rem}
footer{padding:.5rem 0 0}
dl{grid-template-columns:1fr 1fr;gap:.1rem 6mm}dl div{grid-template-columns:minmax(22mm,28mm) 1fr}hr{margin:.5rem 0}
.bars,.band{display:grid;grid-template-columns:repeat(auto-fit,minmax(52mm,1fr));gap:0 5mm;margin:.25rem 0}
a{text-decoration:none}
}`;

export const STYLE = [THEMES, TEXT, TABLES, CHARTS, PAPER].join('').replaceAll('\n', '');
