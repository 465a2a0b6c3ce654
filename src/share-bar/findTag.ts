/**
 * Finds the language tag at a node, `fr` in `<html lang="fr">`, also from inside shadow roots; empty without one. By its
 * attribute: the `lang` of a form may be a field of that name.
 */
export function findTag(node?: Node | null): string {
  if (!node) return ''
  const { host, parentNode } = node as ShadowRoot // or an element, which has no host
  return (node as Partial<Element>).getAttribute?.('lang') || findTag(parentNode ?? host)
}
