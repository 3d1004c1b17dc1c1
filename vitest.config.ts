import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/extras/**", "test/properties/**", "node_modules/**"],
    setupFiles: ["src/emulator/testing/undeclared-errors.ts"],
    testTimeout: 30_000,
    // Files share their workers: loading the SDK anew for each takes longer than all tests together.
    isolate: false,
    maxWorkers: "100%",
    // The SDK says on every start that it will drop Node 20; landfall decides that with its own releases.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
