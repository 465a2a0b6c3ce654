/**
 * The style sheet of the bar, for the page or shadow root that it stands in. Light DOM: the site's own rules reach it, and
 * custom properties set what is asked for most. Colours are those of the text around it, so that dark pages need nothing.
 */
export const style = `share-bar{display:flex;flex-wrap:wrap;align-items:center;gap:var(--share-bar-gap,8px);position:relative}
share-bar[hidden]{display:none}
share-bar :is(a,button,summary){box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:8px;min-width:var(--share-bar-size,44px);min-height:var(--share-bar-size,44px);padding:0 10px;border:1px solid var(--share-bar-border,#8886);border-radius:var(--share-bar-radius,22px);background:var(--share-bar-background,none);color:var(--share-bar-color,inherit);font:inherit;font-size:16px;line-height:1;text-decoration:none;cursor:pointer}
share-bar summary::-webkit-details-marker{display:none}
share-bar :is(a,button,summary):hover{background:var(--share-bar-hover,#8883)}
share-bar :focus-visible{outline:2px solid;outline-offset:2px}
share-bar svg{flex:none;width:var(--share-bar-icon,22px);height:var(--share-bar-icon,22px);fill:currentColor}
share-bar :is(span,b){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
share-bar[names] b,share-bar [data-named] b{all:unset}
share-bar :is(details[open],small){flex-basis:100%}
share-bar details a{margin-block-start:8px;margin-inline-end:8px}
@supports selector(::details-content){share-bar details[open],share-bar details[open]::details-content{display:contents}share-bar details a{margin:0}}
share-bar [role=status]:not(:empty){z-index:1;inset-block-start:100%;inset-inline-start:0;width:auto;height:auto;max-width:100%;padding:8px 12px;border-radius:8px;clip-path:none;white-space:normal;background:CanvasText;color:Canvas;font-size:14px;forced-color-adjust:none}
share-bar input+[role=status]:not(:empty){position:static;flex-basis:100%}
share-bar input{box-sizing:border-box;width:100%;min-height:44px;padding:0 10px;font:inherit;font-size:16px;direction:ltr}
share-bar dialog{width:min(280px,100vw - 64px);border:1px solid #8886;border-radius:12px;background:Canvas;color:CanvasText;text-align:center}
share-bar dialog svg{width:min(100%,55vh);height:auto;background:#fff;fill:#000;forced-color-adjust:none}
@media (pointer:coarse){share-bar [data-pointer=fine]{display:none}}
@media not all and (pointer:coarse){share-bar [data-pointer=coarse]{display:none}}
@media print{share-bar{display:none}}
`
