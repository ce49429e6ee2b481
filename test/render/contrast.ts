/** Runs in the page: the relative luminance of its ground, and the text that stands out from its own the least (WCAG 2.2). */
export function poorestContrast(): {
  readonly ground: number
  readonly poorest: { readonly text: string; readonly ratio: number }
} {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (colour: string) => {
    const [r, g, b] = channels(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const groundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (channels(backgroundColor)[3] !== 0) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const poorest = { text: '', ratio: 21 }
  const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || element.closest('svg, select')) continue
    const [dark, light] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort(
      (a, b) => a - b,
    )
    const ratio = (light! + 0.05) / (dark! + 0.05)
    if (ratio < poorest.ratio) Object.assign(poorest, { text: node.textContent.trim(), ratio })
  }
  return { ground: luminance(groundOf(document.body)), poorest }
}
