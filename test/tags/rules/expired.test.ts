import { check } from '../support/drawn.ts'

/** Today is 2026-11-21 in these stories. */
const YML =
  'schema: { preset: none, keys: { expires_at: { required: true, type: date, max-days: 30, or: [never] } } }'

describe('expired', () => {
  it('counts the days since, from the day after on', () => {
    check(
      'expired',
      `
resource "aws_instance" "past" {
  tags = { expires_at = "2026-11-20" }
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "expires_at" tag of aws_instance.past is "2026-11-20", 1 day ago. remove the resource, or set a later date
}
resource "aws_instance" "today" {
  tags = { expires_at = "2026-11-21T00:00:00Z" }
}
resource "google_compute_instance" "basic" {
  labels = { expires_at = "20261001t000000z" }
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "expires_at" tag of google_compute_instance.basic is "20261001t000000z", 51 days ago. remove the resource, or set a later date
}
resource "google_compute_instance" "label" {
  labels = { expires_at = "20261001" }
#            ^^^^^^^^^^^^^^^^^^^^^^^ warning the "expires_at" tag of google_compute_instance.label is "20261001", 51 days ago. remove the resource, or set a later date
}
`,
      YML,
    )
  })

  it('allows max-days, and not one more', () => {
    check(
      'expired',
      `
resource "aws_instance" "a" {
  tags = { expires_at = "2026-12-21" }
}
resource "aws_instance" "b" {
  tags = { expires_at = "2026-12-22" }
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "expires_at" tag of aws_instance.b is "2026-12-22", 31 days ahead. at most 30 days are allowed: no later than 2026-12-21
}
resource "aws_instance" "c" {
  tags = { expires_at = "never" }
}
`,
      YML,
    )
    check(
      'expired',
      `
resource "aws_instance" "a" {
  tags = { expires_at = "2099-12-31" }
}
`,
      'schema: { preset: none, keys: { expires_at: { required: true, type: date } } }',
    )
  })
})
