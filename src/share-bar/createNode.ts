const NAMESPACES = { svg: 'http://www.w3.org/2000/svg', html: 'http://www.w3.org/1999/xhtml' }

/** An element of HTML by its name, or of SVG for `svg` and `path`. */
type Named<Name extends string> = Name extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Name]
  : SVGElement

/** Makes an element with attributes and children; without markup, so no policy of the page has to allow it. */
export function createNode<Name extends keyof HTMLElementTagNameMap | 'svg' | 'path'>(
  name: Name,
  attributes: Record<string, string | false | undefined>,
  ...children: (Node | string)[]
): Named<Name> {
  const isSvg = name === 'svg' || name === 'path'
  const node = document.createElementNS(NAMESPACES[isSvg ? 'svg' : 'html'], name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') node.setAttribute(key, value)
  }
  node.append(...children)
  return node as Named<Name> // made by that name
}
