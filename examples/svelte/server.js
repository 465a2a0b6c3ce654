/** `npm start`: tells the built server its own address, which SvelteKit has to know, and starts it. */
process.env.HOST ??= '127.0.0.1'
process.env.PORT ??= '4323'
process.env.ORIGIN ??= `http://${process.env.HOST}:${process.env.PORT}`
await import('./build/index.js')
