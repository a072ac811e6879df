// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application of docs/spring-boot.md. */
@SpringBootApplication
public class CutoutApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CutoutApplication.class, arguments);
    }
}
