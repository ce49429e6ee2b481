/**
 * The report as a page of a webview. It may show what is in it and nothing else: no script, no request, and only the
 * styles that carry the nonce.
 */
export function reportPage(html: string, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; form-action 'none'; base-uri 'none'`
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const styled = html.replaceAll(/<style(?=[\s>])(?: nonce="[^"]*")?/g, `<style nonce="${nonce}"`)
  // Before anything that the policy is to hold for.
  const inHead = styled.replace(/<head[^>]*>/, (tag) => tag + head)
  return inHead === styled ? `<!doctype html><html><head>${head}</head><body>${styled}</body></html>` : inHead
}
