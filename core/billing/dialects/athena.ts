import type { Dialect } from './dialect.ts'
import { trino } from './trino.ts'

/** Engine version 3 is Trino. @see https://docs.aws.amazon.com/athena/latest/ug/engine-versions-reference-0003.html */
export const athena: Dialect = { ...trino, id: 'athena', title: 'Amazon Athena' }
