/**
 * Reads what is selected, as ranges. A selection in a shadow tree is read through the open shadow roots on the way of the
 * event, because `getRangeAt` shows only its host (WebKit). One that begins in one tree and ends in another gives none, or
 * its part in the light (Chromium). One in a closed tree gives none, though Chromium and Firefox may show it.
 */
export function readRanges(selection: Selection, event: Event): Range[] {
  const shadowRoots = event.composedPath().filter((each) => each instanceof ShadowRoot)
  if (!shadowRoots.length)
    return Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i)).filter(
      ({ startContainer }) => !(startContainer.getRootNode() instanceof ShadowRoot),
    )
  // Chromium 137, Firefox 142 and Safari 17, which took the roots one by one at first.
  const composed = (selection as Partial<Selection>).getComposedRanges?.call(selection, {
    shadowRoots,
  })
  return (composed ?? []).map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = new Range()
    range.setStart(startContainer, startOffset)
    range.setEnd(endContainer, endOffset)
    return range
  })
}
