'use client'
import { useLanding } from 'aparte/react'
import { greet } from '../lib/greet.js'

/** Says how the reader came, where that was by a shared link. */
export function Greeting() {
  const landing = useLanding()
  return (
    landing && (
      <p className="greeting" role="status">
        {greet(landing.channel)}
      </p>
    )
  )
}
