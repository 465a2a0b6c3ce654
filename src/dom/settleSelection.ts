/**
 * Sets a selection to its own boundaries again. WebKit needs it after the document changed under a selection, or the
 * plain text of a copy gains blank lines; elsewhere nothing is done, and several ranges stay several.
 *
 * @param range what is selected; in a shadow tree the selection itself names only the host
 */
export function settleSelection(selection: Selection, range: Range | undefined): void {
  if (!range || !navigator.vendor.startsWith('Apple')) return
  const { startContainer, startOffset, endContainer, endOffset } = range
  const { anchorNode, anchorOffset, focusNode, focusOffset, direction } = selection
  if (startContainer.getRootNode() instanceof ShadowRoot) {
    if (direction === 'backward')
      selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset)
    else selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  } else if (anchorNode && focusNode)
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}
