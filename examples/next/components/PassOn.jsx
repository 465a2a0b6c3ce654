'use client'
import { ShareBar } from 'aparte/react'
import { bluesky, email, en, facebook, telegram, whatsapp } from 'aparte/share-bar'

const channels = [whatsapp, telegram, email]
const more = [facebook, bluesky]
const languages = [en]

/** The share bar at the end of a page. Its links are in the HTML of the server, so they need the whole address. */
export function PassOn({ url, title }) {
  return (
    <section className="pass-on" aria-labelledby="pass-on">
      <h2 id="pass-on">Pass it on</h2>
      <ShareBar url={url} text={title} channels={channels} more={more} languages={languages} />
    </section>
  )
}
