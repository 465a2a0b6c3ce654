import type { BarParts } from './barOptions.js'
import { createView } from './createView.js'
import { findLabels } from './findLabels.js'

/** What `<share-bar>` has besides what every element has. */
export interface ShareBarElement extends HTMLElement {
  /** Channels and languages of this one bar, in place of those of the class; `update()` shows a later change. */
  parts?: BarParts
  /** Brings the bar up to date with the page; attributes and most routes need no such call. */
  update: () => void
}

/**
 * Makes the class of `<share-bar>` with the channels and languages that a page ships:
 * `customElements.define('share-bar', createShareBar({ channels: [whatsapp, email], languages: [en] }))`. Attributes, all of
 * them optional: `url`, `text`, `channels`, `more`, `lang`, `app-id`, `names`, `note`, and `data-copy-link`, `data-copied`
 * and the like for other words. On a server the class can be made, and does nothing.
 *
 * @throws TypeError without a language
 */
export function createShareBar(parts: BarParts): CustomElementConstructor {
  findLabels(parts.languages, '')
  // No such class on a server.
  const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? Object
  const views = new WeakMap<HTMLElement, () => void>()
  return class extends (Base as typeof HTMLElement) implements ShareBarElement {
    declare parts?: BarParts
    declare private watch?: MutationObserver

    static get observedAttributes(): string[] {
      return ['url', 'text', 'channels', 'more', 'lang', 'app-id', 'note']
    }

    connectedCallback(): void {
      const upgrade = (): void => {
        if (!this.isConnected) return
        if (!views.has(this))
          views.set(
            this,
            createView(this, () => this.parts ?? parts),
          )
        this.update()
      }
      // Where the class is defined first, an element is connected before the parser has read its links.
      if (document.readyState !== 'loading') upgrade()
      else document.addEventListener('DOMContentLoaded', upgrade, { once: true })
      // A page that is read in another language now.
      this.watch ??= new MutationObserver(() => this.update())
      this.watch.observe(document.documentElement, { attributeFilter: ['lang'] })
    }

    disconnectedCallback(): void {
      this.watch?.disconnect()
    }

    attributeChangedCallback(): void {
      this.update()
    }

    update(): void {
      views.get(this)?.()
    }
  }
}
