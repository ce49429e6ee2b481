import {
  type BilledKey,
  type ChargeGroup,
  type ChargesView,
  ConfigurationError,
  type ExportColumn,
  type GroupQuery,
  type TagContainer,
} from '../core/index.ts'

/** A billing export, opened by an engine. Closing it frees what the engine holds. */
export interface OpenBill {
  readonly engine: string
  /** All columns that any of the files has. */
  readonly columns: readonly ExportColumn[]
  /** The tag keys that occur, with how many rows each is on; in no order. */
  tagKeys(container: TagContainer): Promise<readonly BilledKey[]>
  /** The groups of each query, in the order of the queries. */
  groups(view: ChargesView, queries: readonly GroupQuery[]): Promise<readonly (readonly ChargeGroup[])[]>
  close(): void
}

/** The bill cannot be read: which file, and what is wrong with it. */
export class BillError extends ConfigurationError {}
