import { ShareBar } from 'aparte/react'
import { bluesky, email, en, facebook, telegram, whatsapp } from 'aparte/share-bar'
import { useLocation } from 'react-router'

const channels = [whatsapp, telegram, email]
const more = [facebook, bluesky]
const languages = [en]

/** The share bar at the end of a page; it follows the route. */
export function PassOn({ title }) {
  const { pathname } = useLocation()
  const url = new URL(pathname, location.href).href
  return (
    <section className="pass-on" aria-labelledby="pass-on">
      <h2 id="pass-on">Pass it on</h2>
      <ShareBar url={url} text={title} channels={channels} more={more} languages={languages} />
    </section>
  )
}
