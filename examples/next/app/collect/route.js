/** Passes events on to a collector, such as that of `npm start` in the root. In production, let your web server do it. */
export async function POST(request) {
  const { headers } = request
  const answer = await fetch(process.env.COLLECTOR ?? 'http://127.0.0.1:4312/collect', {
    method: 'POST',
    headers: {
      'content-type': headers.get('content-type') ?? '',
      'user-agent': headers.get('user-agent') ?? '',
    },
    body: await request.text(),
  }).catch(() => undefined)
  // Without a collector, aparté sends again later.
  return new Response(answer && (await answer.text()), { status: answer?.status ?? 502 })
}
