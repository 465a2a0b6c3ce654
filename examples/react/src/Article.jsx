import { Link, useParams } from 'react-router'
import { CopyLink } from './CopyLink.jsx'
import { PassOn } from './PassOn.jsx'
import { articles } from './articles.js'

/** One article, with two ways to pass it on. */
export function Article() {
  const { slug } = useParams()
  const index = articles.findIndex((article) => article.slug === slug)
  const article = articles[index]
  if (!article) return <h1 id="start">There is no such page</h1>
  const { kicker, title, lead, minutes, text } = article
  const next = articles[(index + 1) % articles.length]
  return (
    <article>
      <title>{`${title} · Marginalia`}</title>
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
          Read on: <Link to={`/read/${next.slug}`}>{next.title}</Link>
        </p>
      </div>
      <PassOn title={title} />
    </article>
  )
}
