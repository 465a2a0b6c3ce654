import { editions } from '../content/editions.js'

/**
 * The consent switch in the footer: closed it names the mode, open it is a radio group. `public/consent.js` works it.
 *
 * @param {'en' | 'fr'} lang
 */
export function consentPanel(lang) {
  const { words, consent } = editions[lang]
  const choices = consent.map(
    ({ mode, name, meaning }) => `<div class="choice">
<input type="radio" name="consent" id="consent-${mode}" value="${mode}" aria-describedby="means-${mode}"${mode === 'cookieless' ? ' checked' : ''}>
<label for="consent-${mode}">${name}</label>
<p id="means-${mode}">${meaning}</p>
</div>`,
  )
  return `<details id="consent" hidden>
<summary>${words.consent} <span data-current>${consent[0]?.name}</span></summary>
<form>
<fieldset>
<legend>${words.consentIntro}</legend>
${choices.join('\n')}
</fieldset>
<p data-gpc hidden>${words.gpc}</p>
<p data-remembered hidden>${words.remembered} <button type="button">${words.forget}</button></p>
</form>
</details>`
}
