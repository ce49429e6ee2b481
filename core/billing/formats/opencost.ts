import { firstOf, joined, literal, MISSING, number, slice } from '../expression.ts'
import type { BillFormat } from './format.ts'

/**
 * Allocations of OpenCost or Kubecost: the answer of their API as JSON, or the CSV that they export. Estimates by list
 * prices, not an invoice.
 * @see https://www.opencost.io/docs/integrations/api
 */
export const opencost: BillFormat = {
  id: 'opencost',
  title: 'OpenCost allocation',
  knownBy: [
    ['totalcost', 'window.start'],
    ['totalcost', 'namespace', 'date'],
  ],
  keyPrefixes: [],
  tags: (columns) => [
    ...columns.tags('properties.labels', 'json'),
    ...columns.tags('Labels', 'json'),
    ...columns.tagColumns('Label_'),
    ...columns.tags('properties.namespaceLabels', 'json'),
  ],
  columns: ({ text }) => ({
    day: slice(firstOf(text('window.start'), text('Date')), 1, 10),
    provider: MISSING,
    account: firstOf(text('properties.cluster'), text('Cluster')),
    service: literal('Kubernetes'),
    region: MISSING,
    // Idle capacity and other lines without a pod are called by their own name.
    resource: firstOf(
      joined(text('properties.namespace'), literal('/'), text('properties.pod')),
      joined(text('Namespace'), literal('/'), text('Pod')),
      text('name'),
    ),
    resourceName: firstOf(text('properties.pod'), text('Pod')),
    category: literal('Usage'),
    commitment: MISSING,
    currency: literal('USD'),
    unit: MISSING,
  }),
  amounts: ({ text }) => ({
    billed: number(text('totalCost')),
    effective: number(text('totalCost')),
    quantity: { kind: 'nothing' },
  }),
  notes: () => [
    'OpenCost estimates by list prices: this is no invoice. It does not say the currency, which is taken to be USD',
    'what an allocation of several days costs is on its first day: ask OpenCost for steps of a day',
  ],
}
