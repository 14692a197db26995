import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * What a route answers: documents it, and shapes it, so that nothing leaves that the contract does not name.
 * (The serializer is global: see app.module.ts.)
 */
export function Answers(schema: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(ApiResponse({ status, standardSchema: schema }), SerializeOptions({ schema }), ApiBearerAuth());
}
