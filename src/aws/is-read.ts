/** Whether a call changes nothing, by AWS's way of naming. */
export const isRead = (operation: string): boolean => /^(List|Describe|Get)/i.test(operation);
