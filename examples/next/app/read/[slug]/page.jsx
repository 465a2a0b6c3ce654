import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CopyLink } from '../../../components/CopyLink.jsx'
import { PassOn } from '../../../components/PassOn.jsx'
import { articles } from '../../../lib/articles.js'
import { readOrigin } from '../../../lib/readOrigin.js'

export async function generateMetadata({ params }) {
  const { slug } = await params
  return { title: articles.find((article) => article.slug === slug)?.title }
}

/** One article, with two ways to pass it on. */
export default async function Article({ params }) {
  const { slug } = await params
  const index = articles.findIndex((article) => article.slug === slug)
  const article = articles[index]
  if (!article) notFound()
  const { kicker, title, lead, minutes, text } = article
  const next = articles[(index + 1) % articles.length]
  return (
    <article>
      <p className="kicker">{kicker}</p>
      <h1 id="start">{title}</h1>
      <p className="lead">{lead}</p>
      <div className="byline">
        <span>{minutes} minutes</span>
        <CopyLink title={title} />
      </div>
      <div className="text">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          Read on: <Link href={`/read/${next.slug}`}>{next.title}</Link>
        </p>
      </div>
      <PassOn url={`${await readOrigin()}/read/${slug}`} title={title} />
    </article>
  )
}
