<#-- SPDX-License-Identifier: Apache-2.0 -->
This jar contains the Camel BackgroundCut emulator and the libraries below. Each library comes under its own license.
Where one names several licenses, you may choose.

META-INF/LICENSE       the Apache License 2.0: of the emulator, and of the libraries that name it
META-INF/LICENSE.txt   the license of SLF4J
META-INF/NOTICE        what the libraries under the Apache License say about their origin
META-INF/*-LICENSE, META-INF/*-NOTICE   of code that Jackson contains
<#list dependencyMap as entry><#if entry.getKey().artifactId == "onnxruntime">
META-INF/onnxruntime-LICENSE   the license of ONNX Runtime
ThirdPartyNotices.txt          of code that ONNX Runtime contains
</#if></#list>

OpenCV's native libraries contain further libraries: https://github.com/opencv/opencv/tree/4.x/3rdparty
<#list dependencyMap as entry>
<#assign library = entry.getKey() />

${library.name}
    ${library.groupId}:${library.artifactId}:${library.version}
<#list library.licenses as license>
    ${license.name}<#if license.url??>: ${license.url}</#if>
</#list>
</#list>
