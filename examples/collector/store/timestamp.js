import { DuckDBTimestampValue } from '@duckdb/node-api'

/**
 * A moment as DuckDB's columns of type timestamp hold it, in UTC. DuckDB's own `now()` is in the time zone of the machine.
 *
 * @param {number} ms since 1970
 */
export const timestamp = (ms) => new DuckDBTimestampValue(BigInt(ms) * 1000n)
