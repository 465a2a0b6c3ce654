/** Loaded into a server before its own code: ends it in order once whoever started it is gone, even by SIGKILL. */
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
// Read, or the end would go unseen; and not waited for, or the server could not end by itself.
process.stdin.resume().unref()
