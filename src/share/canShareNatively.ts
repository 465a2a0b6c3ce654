/** Whether the share sheet of the system can be had; not in Firefox on desktops, in insecure contexts, and on a server. */
export function canShareNatively(): boolean {
  return typeof navigator === 'object' && 'share' in navigator
}
