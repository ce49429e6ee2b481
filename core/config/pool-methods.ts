/** How the cost of a shared pool may be split. */
export const POOL_METHODS = [
  'even',
  'fixed',
  'direct-cost',
  'model-count',
  'usage',
  'pod-requests',
  'flat',
  'keep',
] as const
