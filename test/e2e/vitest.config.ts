import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: ["test/e2e/kit/install.ts"],
    // The SDK's notice about Node 20 says nothing about landfall.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    testTimeout: 120_000,
    maxWorkers: "100%",
    hookTimeout: 120_000,
  },
});
