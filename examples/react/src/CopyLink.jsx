import { useShare } from 'aparte/react'
import { useState } from 'react'

/** A button of the site's own: it copies the link, or opens the system's share sheet where there is one. */
export function CopyLink({ title }) {
  const { copy, share, canShareNatively } = useShare({ title })
  const [said, setSaid] = useState('')
  const pass = async () => {
    if (canShareNatively) return share()
    setSaid((await copy()) ? 'Copied.' : 'Your browser does not allow it.')
  }
  return (
    <>
      <button className="copy" type="button" onClick={pass}>
        {canShareNatively ? 'Share…' : 'Copy link'}
      </button>
      <span aria-live="polite">{said}</span>
    </>
  )
}
