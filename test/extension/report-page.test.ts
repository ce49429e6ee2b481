import assert from 'node:assert/strict'
import { reportPage } from '../../extension/report-page.ts'

describe('the page of the report panel', () => {
  const page = reportPage(
    '<!doctype html><html><head><style>p{}</style></head><body><p>$7,827</p></body></html>',
    'abc',
  )

  it('allows its own styles, and neither scripts nor requests', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!
    assert.match(policy, /^default-src 'none'; style-src 'nonce-abc';/)
    assert.doesNotMatch(policy, /script-src|connect-src|https?:|unsafe/)
    assert.match(page, /<style nonce="abc">/)
  })

  it('states the policy before anything that it is to hold for', () => {
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style'))
    assert.match(reportPage('<p>nothing to price</p>', 'abc'), /^<!doctype html><html><head><meta/)
  })
})
