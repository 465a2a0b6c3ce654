/** Whether this is `npm test`, which has a quarter of an hour; `npm run test:browser` takes its time. */
export const isQuick = !!process.env['APARTE_QUICK']
