/** Why there is no report: in words for the user. */
export class BillNotUnderstood extends Error {}
