declare module '*.css?inline' {
  const css: string
  // biome-ignore lint/style/noDefaultExport: the shape that bundlers give to inlined styles
  export default css
}
