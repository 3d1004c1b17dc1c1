import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: ["test/e2e/kit/install.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
