window.bench = {
  start: (endpoint, { by, keepalive = false }) =>
    by === 'beacon'
      ? (marker) => navigator.sendBeacon(`${endpoint}/plain`, JSON.stringify({ marker }))
      : (marker) =>
          void fetch(`${endpoint}/plain`, {
            method: 'POST',
            body: JSON.stringify({ marker }),
            keepalive,
          }).catch(() => undefined),
}
