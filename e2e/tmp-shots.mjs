import { launch } from './browser.js'
const o='http://localhost:18111', out='/tmp/w/lead-scratch/shots/'
const b=await launch()
const places=process.argv.slice(2)
for (const [w,h,scheme] of [[1440,900,'light'],[390,844,'dark']]) {
  const c=await b.newContext({viewport:{width:w,height:h},colorScheme:scheme})
  const p=await c.newPage()
  await p.goto(o+'/sign-in'); await p.screenshot({path:`${out}sign-in-${w}.png`})
  await p.getByLabel('E-mail').fill('grace@harbor-pine.example')
  await p.getByLabel('Password',{exact:true}).fill('doorstep-demo')
  await p.locator('button[type=submit]').first().click()
  await p.waitForURL(u=>!u.pathname.startsWith('/sign-in'),{timeout:60000})
  for (const place of places) {
    await p.goto(o+'/'+place); await p.waitForTimeout(2500)
    await p.screenshot({path:`${out}${place.replaceAll('/','-')}-${w}.png`})
  }
  await c.close()
}
await b.close()
