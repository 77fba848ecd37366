import { answerToken } from '@/app/answer-token';

export const POST = async (request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> =>
  answerToken(request, (await params).tenant, 2);
