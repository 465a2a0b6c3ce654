/**
 * The `data-*` attributes of the script that runs. Empty where a form or picture with the name `currentScript` stands in for
 * it: whoever may write markup must not choose the endpoint. Nothing comes from `Object.prototype`.
 */
export function readScriptData(): DOMStringMap {
  const script: unknown = document.currentScript
  const isScript = script instanceof HTMLScriptElement
  return Object.assign(Object.create(null), isScript && script.dataset)
}
