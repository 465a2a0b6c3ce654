/** Stands for the load of a script, which the page hears of last. */
export function load(): void {
  const script = document.createElement('i')
  document.body.append(script)
  script.dispatchEvent(new Event('load'))
  script.remove()
}
