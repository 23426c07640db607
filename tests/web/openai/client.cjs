// The official npm package as a client: node client.cjs BASE_URL KEY PHOTO. Prints what it was told, as JSON.
const fs = require("node:fs");
const { OpenAI } = require("openai");

async function main() {
  const [baseURL, apiKey, photo] = process.argv.slice(2);
  const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
  const told = {};

  const made = await client.images.generate({ prompt: "a watercolor fox", n: 2, size: "256x256" });
  told.urls = made.data.map((one) => one.url);

  const edited = await client.images.edit({ image: fs.createReadStream(photo), prompt: "make it warmer" });
  told.edited = edited.size;

  told.events = [];
  const stream = await client.images.generate({ prompt: "a fox", size: "64x64", stream: true });
  for await (const event of stream) told.events.push(event.type);

  told.models = [];
  for await (const model of client.models.list()) told.models.push(model.id);

  try {
    await client.images.generate({ prompt: "" });
  } catch (error) {
    told.error = [error.status, error.code, error.param];
  }
  console.log(JSON.stringify(told));
}

main();
