export default async function teardown() {
  await globalThis.meridianTestServer?.stop();
}
