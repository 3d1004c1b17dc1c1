export { addAccount, addOu, addSandboxes, addService, type NewAccount, type SandboxUser } from "./add.ts";
export { hold, moveAccount, renameAccount, renameOu, restore, transfer } from "./change.ts";
