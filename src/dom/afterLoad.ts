/** Calls `run` a task after `load`: Firefox would drop the text fragment before it, and routers may start on it. */
export function afterLoad(run: () => void): void {
  if (document.readyState === 'complete') setTimeout(run)
  else addEventListener('load', () => setTimeout(run), { once: true })
}
