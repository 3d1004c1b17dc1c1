import { defineConfig } from "vitest/config";

/** Random pairs of organizations; `npm test` tries 2,000. */
export default defineConfig({
  test: {
    include: ["test/properties/**/*.test.ts"],
    maxWorkers: "100%",
    // The SDK's notice about Node 20 says nothing about landfall.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
