/**
 * Sets a selection to its own four values again. WebKit needs it after the document changed under a selection, or the
 * plain text of a copy gains blank lines; elsewhere nothing is done, and several ranges stay several.
 */
export function settleSelection(selection: Selection): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (anchorNode && focusNode && navigator.vendor.startsWith('Apple'))
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}
